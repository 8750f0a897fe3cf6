/*
 * The category of tests that leave pictures for people to look at: `android/check/run pictures`.
 */
package routeguide.app.kit

interface Pictures
