// Mirrors the phone's vibration, which plays while the phone is locked too.
public typealias SystemSoundID = UInt32

public var kSystemSoundID_Vibrate: SystemSoundID { fatalError() }

public func AudioServicesPlaySystemSound(_ inSystemSoundID: SystemSoundID) { fatalError() }
