/*
 * The app as it is shipped. Before it is built, `cargo xtask android` puts the core's native libraries into src/main/jniLibs;
 * the Kotlin over them is compiled where it lies, in bindings/kotlin.
 *
 * Versions stand in gradle/libs.versions.toml and nowhere else; android/check builds the same sources without Gradle.
 */

import org.gradle.process.ExecOperations
import javax.inject.Inject

plugins {
    alias(libs.plugins.android)
    alias(libs.plugins.compose)
}

val root: Directory = layout.projectDirectory.dir("../..")

android {
    namespace = "routeguide.app"
    compileSdk = libs.versions.compile.sdk.get().toInt()

    defaultConfig {
        applicationId = "routeguide.app"
        minSdk = libs.versions.min.sdk.get().toInt()
        targetSdk = libs.versions.target.sdk.get().toInt()
        versionCode = libs.versions.version.code.get().toInt()
        versionName = libs.versions.version.name.get()
        ndk { abiFilters += listOf("arm64-v8a", "armeabi-v7a", "x86_64") }
    }

    buildTypes {
        release {
            isMinifyEnabled = true
            isShrinkResources = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "proguard-rules.pro")
        }
    }

    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_11
        targetCompatibility = JavaVersion.VERSION_11
    }

    sourceSets {
        named("main") { kotlin.directories.add("../../bindings/kotlin/src/main/kotlin") }
    }

    buildFeatures { compose = true }
    // The core opens the bundle as a file; out of the APK it is copied once, and compressed it would only be slower.
    androidResources { noCompress += "gpkg" }
    testOptions { unitTests.isIncludeAndroidResources = true }
}

/** The bundle of the real routes and the letters of the map's labels, as the app's assets. */
abstract class PackAssets : DefaultTask() {
    @get:Internal abstract val repository: DirectoryProperty

    @get:InputDirectory
    @get:PathSensitive(PathSensitivity.RELATIVE)
    abstract val routes: DirectoryProperty

    @get:InputDirectory
    @get:PathSensitive(PathSensitivity.RELATIVE)
    abstract val glyphs: DirectoryProperty

    @get:OutputDirectory abstract val assets: DirectoryProperty

    @get:Inject abstract val commands: ExecOperations

    @get:Inject abstract val files: FileSystemOperations

    @TaskAction
    fun pack() {
        val into = assets.get()
        files.sync {
            from(glyphs)
            into(into.dir("glyphs"))
        }
        commands.exec {
            workingDir(repository)
            commandLine("cargo", "run", "--release", "--quiet", "--locked", "--", "pack")
            args(routes.get().asFile, "-o", into.file("klaipedos-regionas.gpkg").asFile)
        }
    }
}

val packAssets = tasks.register<PackAssets>("packAssets") {
    repository = root
    routes = root.dir("route-data")
    glyphs = root.dir("core/src/map/glyphs")
}

androidComponents {
    onVariants { variant -> variant.sources.assets?.addGeneratedSourceDirectory(packAssets, PackAssets::assets) }
}

dependencies {
    implementation(libs.coroutines)
    implementation(libs.activity.compose)
    implementation(libs.compose.foundation)
    implementation(libs.compose.ui)
    implementation(libs.core)
    implementation(libs.lifecycle.runtime)
    implementation(libs.lifecycle.service)
    implementation(libs.lifecycle.viewmodel)
    implementation(libs.material3)
    implementation(libs.maplibre)
    implementation(variantOf(libs.jna) { artifactType("aar") })

    testImplementation(libs.compose.test)
    testImplementation(libs.junit)
    testImplementation(libs.robolectric)
    testImplementation(libs.test.core)
    testImplementation(libs.test.junit)
    // In tests the core is the host's, and so is what JNA calls it with.
    testImplementation(libs.jna)
}
