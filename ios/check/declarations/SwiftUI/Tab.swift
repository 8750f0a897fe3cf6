// The name of what iOS 18 brought, which no app for iOS 17 can use: the newer SDK has it all the same, and a name of the app's
// own that is the same would mean both.
public struct Tab<Value, Content, Label> {}
