/*
 * The build of all modules, which is one: it names the plugins and leaves the rest to app/build.gradle.kts.
 */

buildscript {
    dependencies {
        // The Android plugin compiles Kotlin by itself and brings an older compiler; Compose's plugin wants its own.
        classpath(libs.kotlin.plugin)
    }
}

plugins {
    alias(libs.plugins.android) apply false
    alias(libs.plugins.compose) apply false
}
