// Written by `ios/words` from ios/App/Resources/Localizable.xcstrings: change the catalogue and run it again.
// One name for each text that the app has, with the arguments which that text leaves open.

extension Phrase {
    /// Allow exact location
    public static let allowExactly = Phrase("allow_exactly")

    /// Allow location
    public static let allowLocation = Phrase("allow_location")

    /// Any app
    public static let anyApp = Phrase("any_app")

    /// Klaipėda routes
    public static let appName = Phrase("app_name")

    /// %1$@ from the start
    public static func atDistance(_ first: String) -> Phrase {
        Phrase("at_distance", .text(first))
    }

    /// Where map and texts come from
    public static let attributions = Phrase("attributions")

    /// Backup
    public static let backup = Phrase("backup")

    /// Restoring one adds what is missing here. Nothing that is on this phone is replaced or lost.
    public static let backupBack = Phrase("backup_back")

    /// Restored
    public static let backupCame = Phrase("backup_came")

    /// %1$lld tracks that were shorter here
    public static func backupExtended(_ count: Int) -> Phrase {
        Phrase("backup_extended", .count(count))
    }

    /// %1$lld favourites
    public static func backupFavourites(_ count: Int) -> Phrase {
        Phrase("backup_favourites", .count(count))
    }

    /// A backup holds your tracks, notes, favourites, what you reached, and your settings. It is one file, and you …
    public static let backupHolds = Phrase("backup_holds")

    /// %1$lld tracks were here already
    public static func backupKnown(_ count: Int) -> Phrase {
        Phrase("backup_known", .count(count))
    }

    /// %1$lld tracks are not in it, as their files are gone from this phone.
    public static func backupMissing(_ count: Int) -> Phrase {
        Phrase("backup_missing", .count(count))
    }

    /// %1$lld notes
    public static func backupNotes(_ count: Int) -> Phrase {
        Phrase("backup_notes", .count(count))
    }

    /// The backup is empty
    public static let backupNothing = Phrase("backup_nothing")

    /// %1$lld files in the backup could not be read:
    public static func backupRefused(_ count: Int) -> Phrase {
        Phrase("backup_refused", .count(count))
    }

    /// Restore
    public static let backupRestore = Phrase("backup_restore")

    /// %1$lld settings
    public static func backupSettings(_ count: Int) -> Phrase {
        Phrase("backup_settings", .count(count))
    }

    /// %1$lld tracks
    public static func backupTracks(_ count: Int) -> Phrase {
        Phrase("backup_tracks", .count(count))
    }

    /// This may take a while…
    public static let backupUnderway = Phrase("backup_underway")

    /// The backup could not be put there. Choose another folder, or check that there is space.
    public static let backupUnwritten = Phrase("backup_unwritten")

    /// Make a backup
    public static let backupWrite = Phrase("backup_write")

    /// The backup is written. Keep it somewhere else than on this phone only.
    public static let backupWritten = Phrase("backup_written")

    /// Route packages and storage
    public static let bundles = Phrase("bundles")

    /// Add or update from a file
    public static let bundlesAdd = Phrase("bundles_add")

    /// Sources
    public static let bundlesCredits = Phrase("bundles_credits")

    /// The app’s saved data was damaged and has been repaired
    public static let bundlesDamage = Phrase("bundles_damage")

    /// Found on %1$@.
    public static func bundlesDamageDay(_ first: String) -> Phrase {
        Phrase("bundles_damage_day", .text(first))
    }

    /// %1$lld points of your tracks are lost.
    public static func bundlesDamageLost(_ count: Int) -> Phrase {
        Phrase("bundles_damage_lost", .count(count))
    }

    /// %1$lld notes, favourites and other entries were saved.
    public static func bundlesDamageOthers(_ count: Int) -> Phrase {
        Phrase("bundles_damage_others", .count(count))
    }

    /// I have read this
    public static let bundlesDamageRead = Phrase("bundles_damage_read")

    /// %1$lld tracks were saved.
    public static func bundlesDamageTracks(_ count: Int) -> Phrase {
        Phrase("bundles_damage_tracks", .count(count))
    }

    /// Free up %1$@
    public static func bundlesFree(_ first: String) -> Phrase {
        Phrase("bundles_free", .text(first))
    }

    /// This also deletes the %1$lld tracks in the bin for good.
    public static func bundlesFreeText(_ count: Int) -> Phrase {
        Phrase("bundles_free_text", .count(count))
    }

    /// Licence: %1$@
    public static func bundlesLicence(_ first: String) -> Phrase {
        Phrase("bundles_licence", .text(first))
    }

    /// You are under way on one of its routes. End that trip first.
    public static let bundlesNeeded = Phrase("bundles_needed")

    /// No route package is installed, so there are no routes. Add one from a file.
    public static let bundlesNone = Phrase("bundles_none")

    /// Publisher: %1$@
    public static func bundlesPublisher(_ first: String) -> Phrase {
        Phrase("bundles_publisher", .text(first))
    }

    /// Remove
    public static let bundlesRemove = Phrase("bundles_remove")

    /// Delete damaged files
    public static let bundlesRemoveDamaged = Phrase("bundles_remove_damaged")

    /// What could be read of them has been saved already. Specialists may be able to get more out of them; once …
    public static let bundlesRemoveDamagedText = Phrase("bundles_remove_damaged_text")

    /// “%1$@”: its routes and its map will no longer be on this phone. Your tracks, notes and favourites stay.
    public static func bundlesRemoveText(_ first: String) -> Phrase {
        Phrase("bundles_remove_text", .text(first))
    }

    /// Remove this route package?
    public static let bundlesRemoveTitle = Phrase("bundles_remove_title")

    /// In total
    public static let bundlesRoomAll = Phrase("bundles_room_all")

    /// Route packages
    public static let bundlesRoomBundles = Phrase("bundles_room_bundles")

    /// Damaged files, set aside
    public static let bundlesRoomDamaged = Phrase("bundles_room_damaged")

    /// Tracks
    public static let bundlesRoomTracks = Phrase("bundles_room_tracks")

    /// Signed by its publisher
    public static let bundlesSigned = Phrase("bundles_signed")

    /// Space on this phone
    public static let bundlesStorage = Phrase("bundles_storage")

    /// Not signed: nobody vouches for who it is from
    public static let bundlesUnsigned = Phrase("bundles_unsigned")

    /// Version %1$@ of %2$@, %3$@
    public static func bundlesVersion(_ first: String, _ second: String, _ third: String) -> Phrase {
        Phrase("bundles_version", .text(first), .text(second), .text(third))
    }

    /// Cancel
    public static let cancel = Phrase("cancel")

    /// Change this note
    public static let changeNote = Phrase("change_note")

    /// %1$@ up, %2$@ down
    public static func climbs(_ first: String, _ second: String) -> Phrase {
        Phrase("climbs", .text(first), .text(second))
    }

    /// Close
    public static let close = Phrase("close")

    /// Coordinates copied
    public static let coordinatesCopied = Phrase("coordinates_copied")

    /// Copy coordinates
    public static let copyCoordinates = Phrase("copy_coordinates")

    /// Copy report for support
    public static let copyReport = Phrase("copy_report")

    /// %1$lld days
    public static func days(_ count: Int) -> Phrase {
        Phrase("days", .count(count))
    }

    /// Delete
    public static let delete = Phrase("delete")

    /// Accurate to about %1$@
    public static func emergencyAccuracy(_ first: String) -> Phrase {
        Phrase("emergency_accuracy", .text(first))
    }

    /// The phone does not say how accurate this is
    public static let emergencyAccuracyUnknown = Phrase("emergency_accuracy_unknown")

    /// Say where you are, what happened and how many people are hurt. Answer the questions, and stay on the line …
    public static let emergencyAdvice = Phrase("emergency_advice")

    /// Found %1$@ ago
    public static func emergencyAge(_ first: String) -> Phrase {
        Phrase("emergency_age", .text(first))
    }

    /// Call %1$@
    public static func emergencyCall(_ first: String) -> Phrase {
        Phrase("emergency_call", .text(first))
    }

    /// Position copied
    public static let emergencyCopied = Phrase("emergency_copied")

    /// Copy
    public static let emergencyCopy = Phrase("emergency_copy")

    /// I need help. My position (latitude, longitude): %1$@.
    public static func emergencyMessage(_ first: String) -> Phrase {
        Phrase("emergency_message", .text(first))
    }

    /// Accurate to about %1$@.
    public static func emergencyMessageAccuracy(_ first: String) -> Phrase {
        Phrase("emergency_message_accuracy", .text(first))
    }

    /// Nearest: %1$@, %2$@ %3$@ of me.
    public static func emergencyMessageNearest(_ first: String, _ second: String, _ third: String) -> Phrase {
        Phrase("emergency_message_nearest", .text(first), .text(second), .text(third))
    }

    /// Determined at %1$@.
    public static func emergencyMessageTime(_ first: String) -> Phrase {
        Phrase("emergency_message_time", .text(first))
    }

    /// Nearest to you
    public static let emergencyNearest = Phrase("emergency_nearest")

    /// No app on this device can send this. Read the position aloud instead.
    public static let emergencyNoMessages = Phrase("emergency_no_messages")

    /// This device cannot make calls. Call from another phone or ask someone nearby.
    public static let emergencyNoPhone = Phrase("emergency_no_phone")

    /// This position is old: you may have moved on since.
    public static let emergencyOld = Phrase("emergency_old")

    /// Where you are
    public static let emergencyPlace = Phrase("emergency_place")

    /// Show my position
    public static let emergencyShowPlace = Phrase("emergency_show_place")

    /// By text
    public static let emergencySms = Phrase("emergency_sms")

    /// Emergency
    public static let emergencyTitle = Phrase("emergency_title")

    /// To show your position for the rescuers, the app needs to know where you are. It stays on this phone until you …
    public static let emergencyWhy = Phrase("emergency_why")

    /// Without a position, say what you see: the name of the nearest stop, village or street, the number on a road …
    public static let emergencyWithoutPlace = Phrase("emergency_without_place")

    /// Facts and sources
    public static let factsAndSources = Phrase("facts_and_sources")

    /// As the editors noted it
    public static let factsNoted = Phrase("facts_noted")

    /// Favourite
    public static let favourite = Phrase("favourite")

    /// The file could not be read or written. Check that there is free space on the phone and try again.
    public static let fileFailed = Phrase("file_failed")

    /// Continue
    public static let goFurther = Phrase("go_further")

    /// Continue where you left off
    public static let goOn = Phrase("go_on")

    /// Continue
    public static let goOnRoute = Phrase("go_on_route")

    /// Guide
    public static let guide = Phrase("guide")

    /// %1$@ along the route
    public static func guideAlong(_ first: String) -> Phrase {
        Phrase("guide_along", .text(first))
    }

    /// around %1$@
    public static func guideAround(_ first: String) -> Phrase {
        Phrase("guide_around", .text(first))
    }

    /// Turn the map the way you go
    public static let guideCourseUp = Phrase("guide_course_up")

    /// What was said
    public static let guideCues = Phrase("guide_cues")

    /// End the trip?
    public static let guideEnd = Phrase("guide_end")

    /// At the end around %1$@
    public static func guideEndAround(_ first: String) -> Phrase {
        Phrase("guide_end_around", .text(first))
    }

    /// Keep going
    public static let guideEndNot = Phrase("guide_end_not")

    /// The trip and its recording end. You find the track under My tracks.
    public static let guideEndRecorded = Phrase("guide_end_recorded")

    /// The trip ends. Where you are on the route is remembered.
    public static let guideEndUnrecorded = Phrase("guide_end_unrecorded")

    /// Follow me again
    public static let guideFollow = Phrase("guide_follow")

    /// If the guide falls silent
    public static let guideHelp = Phrase("guide_help")

    /// In this app’s settings, allow location while the app is used, and switch on the precise location. Otherwise …
    public static let guideHelpMaker = Phrase("guide_help_maker")

    /// Open this app’s settings
    public static let guideHelpOpenApp = Phrase("guide_help_open_app")

    /// The guide ends when you swipe the app away in the list of open apps. Nothing is lost: open the app again, and …
    public static let guideHelpSaver = Phrase("guide_help_saver")

    /// Under thick trees, between high walls and in a bag the phone hears the satellites badly. Carry it high and …
    public static let guideHelpSky = Phrase("guide_help_sky")

    /// This trip was interrupted: the phone ended the app. Nothing is lost. You can resume where you are, or end the …
    public static let guideInterrupted = Phrase("guide_interrupted")

    /// No position for %1$@
    public static func guideLost(_ first: String) -> Phrase {
        Phrase("guide_lost", .text(first))
    }

    /// Nothing yet.
    public static let guideNoCues = Phrase("guide_no_cues")

    /// Your place on the route is not known yet
    public static let guideNoPlaceYet = Phrase("guide_no_place_yet")

    /// Turn the map north up
    public static let guideNorthUp = Phrase("guide_north_up")

    /// This trip is not recorded
    public static let guideNotRecorded = Phrase("guide_not_recorded")

    /// No trip is under way. Choose a route and start.
    public static let guideNothing = Phrase("guide_nothing")

    /// Off the route
    public static let guideOffRoute = Phrase("guide_off_route")

    /// on the left
    public static let guideOnLeft = Phrase("guide_on_left")

    /// on the right
    public static let guideOnRight = Phrase("guide_on_right")

    /// Paused: your position is not followed, and nothing is recorded.
    public static let guidePaused = Phrase("guide_paused")

    /// Hide
    public static let guidePutAway = Phrase("guide_put_away")

    /// Your trip is being recorded
    public static let guideRecorded = Phrase("guide_recorded")

    /// Recorded: %1$@ in %2$@
    public static func guideRecordedSoFar(_ first: String, _ second: String) -> Phrase {
        Phrase("guide_recorded_so_far", .text(first), .text(second))
    }

    /// Stage %1$lld of %2$lld: %3$@
    public static func guideStage(_ first: Int, _ second: Int, _ third: String) -> Phrase {
        Phrase("guide_stage", .count(first), .count(second), .text(third))
    }

    /// Stops ahead
    public static let guideStopsAhead = Phrase("guide_stops_ahead")

    /// Then: %1$@, %2$@
    public static func guideThen(_ first: String, _ second: String) -> Phrase {
        Phrase("guide_then", .text(first), .text(second))
    }

    /// %1$@ to the end of the stage, %2$@ of the route
    public static func guideToGoBoth(_ first: String, _ second: String) -> Phrase {
        Phrase("guide_to_go_both", .text(first), .text(second))
    }

    /// This phone has no English voice. Cues are shown and felt. If there is such a voice, you can add it in the …
    public static let guideVoiceMissing = Phrase("guide_voice_missing")

    /// Switch the voice off
    public static let guideVoiceOff = Phrase("guide_voice_off")

    /// Switch the voice on
    public static let guideVoiceOn = Phrase("guide_voice_on")

    /// Back to the route: %1$@
    public static func guideWayBack(_ first: String) -> Phrase {
        Phrase("guide_way_back", .text(first))
    }

    /// Heights from %1$@ to %2$@
    public static func heightsRange(_ first: String, _ second: String) -> Phrase {
        Phrase("heights_range", .text(first), .text(second))
    }

    /// Imported track
    public static let importedTrack = Phrase("imported_track")

    /// %1$@, %2$@. This is a backup of this app, with tracks, notes, favourites, what was reached, and settings.
    public static func incomingBackup(_ first: String, _ second: String) -> Phrase {
        Phrase("incoming_backup", .text(first), .text(second))
    }

    /// This link leads to nothing in this app. It may have been copied incompletely.
    public static let incomingBadLink = Phrase("incoming_bad_link")

    /// %1$lld tracks are new here
    public static func incomingBrought(_ count: Int) -> Phrase {
        Phrase("incoming_brought", .count(count))
    }

    /// Added
    public static let incomingDone = Phrase("incoming_done")

    /// The file is not there any more. Share it again.
    public static let incomingGone = Phrase("incoming_gone")

    /// Install
    public static let incomingInstall = Phrase("incoming_install")

    /// From the file %1$@. Its routes are added to those on this phone, or replace their older version. Install only …
    public static func incomingInstallText(_ first: String) -> Phrase {
        Phrase("incoming_install_text", .text(first))
    }

    /// Install this route package?
    public static let incomingInstallTitle = Phrase("incoming_install_title")

    /// The routes of %1$@ are installed.
    public static func incomingInstalled(_ first: String) -> Phrase {
        Phrase("incoming_installed", .text(first))
    }

    /// These tracks come from one file, and each goes on where the one before it ends. They can be followed as one, …
    public static func incomingJoinable(_ first: String) -> Phrase {
        Phrase("incoming_joinable", .text(first))
    }

    /// %1$lld tracks were here already
    public static func incomingKnown(_ count: Int) -> Phrase {
        Phrase("incoming_known", .count(count))
    }

    /// and %1$lld more
    public static func incomingMore(_ first: Int) -> Phrase {
        Phrase("incoming_more", .count(first))
    }

    /// %1$lld tracks were brought up to date
    public static func incomingNewer(_ count: Int) -> Phrase {
        Phrase("incoming_newer", .count(count))
    }

    /// There is no space left on the phone. Free some up and try again.
    public static let incomingNoRoom = Phrase("incoming_no_room")

    /// The other app does not let this one read the file. Share it again, or save it on the phone and open it from …
    public static let incomingNotAllowed = Phrase("incoming_not_allowed")

    /// Nothing was added
    public static let incomingNotDone = Phrase("incoming_not_done")

    /// Reading the file…
    public static let incomingReading = Phrase("incoming_reading")

    /// Reading file %1$lld of %2$lld…
    public static func incomingReadingMany(_ first: Int, _ second: Int) -> Phrase {
        Phrase("incoming_reading_many", .count(first), .count(second))
    }

    /// %1$lld files were not added:
    public static func incomingRefused(_ count: Int) -> Phrase {
        Phrase("incoming_refused", .count(count))
    }

    /// %1$lld remarks about what was read
    public static func incomingRemarks(_ count: Int) -> Phrase {
        Phrase("incoming_remarks", .count(count))
    }

    /// It replaces version %1$@ by %2$@ on this phone.
    public static func incomingReplaces(_ first: String, _ second: String) -> Phrase {
        Phrase("incoming_replaces", .text(first), .text(second))
    }

    /// Restore this backup?
    public static let incomingRestoreTitle = Phrase("incoming_restore_title")

    /// Show
    public static let incomingShow = Phrase("incoming_show")

    /// The file is too large for the app. Split it, or ask for a smaller one.
    public static let incomingTooLarge = Phrase("incoming_too_large")

    /// The routes of %1$@ were installed already.
    public static func incomingUnchanged(_ first: String) -> Phrase {
        Phrase("incoming_unchanged", .text(first))
    }

    /// The file could not be read to its end. If it is stored in a cloud, save it on the phone first.
    public static let incomingUnreadable = Phrase("incoming_unreadable")

    /// The routes of %1$@ are up to date now.
    public static func incomingUpdated(_ first: String) -> Phrase {
        Phrase("incoming_updated", .text(first))
    }

    /// Keep
    public static let leave = Phrase("leave")

    /// %1$@ to the left of the route
    public static func leftOfRoute(_ first: String) -> Phrase {
        Phrase("left_of_route", .text(first))
    }

    /// Licences and sources
    public static let licences = Phrase("licences")

    /// Map fonts
    public static let licencesLetters = Phrase("licences_letters")

    /// Third-party components
    public static let licencesParts = Phrase("licences_parts")

    /// Terms
    public static let licencesTerms = Phrase("licences_terms")

    /// Allow in the phone’s settings
    public static let locationAllow = Phrase("location_allow")

    /// Your position cannot be determined at the moment. Go where you see more sky.
    public static let locationLost = Phrase("location_lost")

    /// The app is not allowed to use your location.
    public static let locationNotKnown = Phrase("location_not_known")

    /// Location is switched off
    public static let locationOff = Phrase("location_off")

    /// Location is switched off for the whole phone. In the phone’s settings, open “Privacy & Security”, then …
    public static let locationOffText = Phrase("location_off_text")

    /// No guide without your location
    public static let locationRefused = Phrase("location_refused")

    /// You can still read about the routes, look at the map, search and share tracks. If you want to be guided later, …
    public static let locationRefusedText = Phrase("location_refused_text")

    /// Location is only approximate
    public static let locationRoughly = Phrase("location_roughly")

    /// The app is told where you are to within about two kilometres. It can tell roughly how far along you are, but …
    public static let locationRoughlyText = Phrase("location_roughly_text")

    /// Open settings
    public static let locationSwitchOn = Phrase("location_switch_on")

    /// Location is switched off on this phone. Switch it on in the phone’s settings, under “Privacy & Security”.
    public static let locationSwitchedOff = Phrase("location_switched_off")

    /// Show where you are?
    public static let locationTitle = Phrase("location_title")

    /// Looking for your position. Under open sky it is found faster.
    public static let locationWaiting = Phrase("location_waiting")

    /// Map
    public static let map = Phrase("map")

    /// © OpenStreetMap contributors
    public static let mapAttribution = Phrase("map_attribution")

    /// Map. What it shows is also listed on this screen.
    public static let mapDescribed = Phrase("map_described")

    /// All kinds
    public static let mapviewAll = Phrase("mapview_all")

    /// Route package to show
    public static let mapviewBundles = Phrase("mapview_bundles")

    /// Kinds of stops to show
    public static let mapviewFilter = Phrase("mapview_filter")

    /// List
    public static let mapviewList = Phrase("mapview_list")

    /// To list what is near you, the app needs your position.
    public static let mapviewNoPosition = Phrase("mapview_no_position")

    /// Nothing of the chosen kinds is here.
    public static let mapviewNothing = Phrase("mapview_nothing")

    /// Open
    public static let mapviewOpen = Phrase("mapview_open")

    /// Where am I?
    public static let mapviewWhereAmI = Phrase("mapview_where_am_i")

    /// To show you on the map and what is near you, the app needs to know where you are. It is asked only while you …
    public static let mapviewWhy = Phrase("mapview_why")

    /// Other ways to start
    public static let moreStarts = Phrase("more_starts")

    /// Nearby
    public static let nearby = Phrase("nearby")

    /// %1$@, around %2$@
    public static func nextStopLine(_ first: String, _ second: String) -> Phrase {
        Phrase("next_stop_line", .text(first), .text(second))
    }

    /// No app on this phone opens this. It has been copied, so that you can paste it elsewhere.
    public static let noAppOpensIt = Phrase("no_app_opens_it")

    /// There are no routes on this phone. Add a route package from a file.
    public static let noRoutes = Phrase("no_routes")

    /// This stop is not on the route. Perhaps the route package has been updated since: look for it on the route.
    public static let noSuchStop = Phrase("no_such_stop")

    /// Not now
    public static let notNow = Phrase("not_now")

    /// Added by the editors
    public static let notOfficial = Phrase("not_official")

    /// Note removed
    public static let noteRemoved = Phrase("note_removed")

    /// What you want to remember
    public static let noteWords = Phrase("note_words")

    /// Off route. It is %1$@ %2$@
    public static func offRouteLine(_ first: String, _ second: String) -> Phrase {
        Phrase("off_route_line", .text(first), .text(second))
    }

    /// Official length: %1$@
    public static func officialLength(_ first: String) -> Phrase {
        Phrase("official_length", .text(first))
    }

    /// About the official list: %1$@
    public static func officialNote(_ first: String) -> Phrase {
        Phrase("official_note", .text(first))
    }

    /// Open in another map app
    public static let openElsewhere = Phrase("open_elsewhere")

    /// Open settings
    public static let openLocationSettings = Phrase("open_location_settings")

    /// Optional
    public static let optional = Phrase("optional")

    /// A trip is under way
    public static let otherRide = Phrase("other_ride")

    /// End it and start this one
    public static let otherRideEnd = Phrase("other_ride_end")

    /// You are under way on “%1$@”. That trip ends and is kept; where you are on it is remembered.
    public static func otherRideText(_ first: String) -> Phrase {
        Phrase("other_ride_text", .text(first))
    }

    /// My notes
    public static let ownNotes = Phrase("own_notes")

    /// My trip
    public static let ownRide = Phrase("own_ride")

    /// Pause
    public static let pause = Phrase("pause")

    /// Paused
    public static let paused = Phrase("paused")

    /// Picture: %1$@, %2$@
    public static func pictureBy(_ first: String, _ second: String) -> Phrase {
        Phrase("picture_by", .text(first), .text(second))
    }

    /// Place
    public static let placeTitle = Phrase("place_title")

    /// Position: %1$@
    public static func positionSource(_ first: String) -> Phrase {
        Phrase("position_source", .text(first))
    }

    /// Position accurate to about %1$@
    public static func positionWithin(_ first: String) -> Phrase {
        Phrase("position_within", .text(first))
    }

    /// Published by %1$@, %2$@. Licence: %3$@
    public static func publishedBy(_ first: String, _ second: String, _ third: String) -> Phrase {
        Phrase("published_by", .text(first), .text(second), .text(third))
    }

    /// Remove this note
    public static let removeNote = Phrase("remove_note")

    /// Report copied
    public static let reportCopied = Phrase("report_copied")

    /// Resume
    public static let resume = Phrase("resume")

    /// From the end of the route to its start.
    public static let reversedWhy = Phrase("reversed_why")

    /// %1$@ to the right of the route
    public static func rightOfRoute(_ first: String) -> Phrase {
        Phrase("right_of_route", .text(first))
    }

    /// Route
    public static let route = Phrase("route")

    /// Made by: %1$@
    public static func routeBy(_ first: String) -> Phrase {
        Phrase("route_by", .text(first))
    }

    /// Routes
    public static let routes = Phrase("routes")

    /// Save
    public static let save = Phrase("save")

    /// Search
    public static let search = Phrase("search")

    /// You can type without accents, use an older name or a name in another language, and get a letter wrong. …
    public static let searchAdvice = Phrase("search_advice")

    /// Also: %1$@
    public static func searchAlsoCalled(_ first: String) -> Phrase {
        Phrase("search_also_called", .text(first))
    }

    /// Found with a letter corrected
    public static let searchCorrected = Phrase("search_corrected")

    /// %1$lld found
    public static func searchFound(_ count: Int) -> Phrase {
        Phrase("search_found", .count(count))
    }

    /// Places: towns, villages, ferry piers, information centres
    public static let searchHintPlaces = Phrase("search_hint_places")

    /// Routes and their stages, by name or by what is told about them
    public static let searchHintRoutes = Phrase("search_hint_routes")

    /// Stops: lighthouses, museums, viewpoints, beaches
    public static let searchHintStops = Phrase("search_hint_stops")

    /// Search routes, stops and places
    public static let searchLabel = Phrase("search_label")

    /// Nothing found for “%1$@”
    public static func searchNothing(_ first: String) -> Phrase {
        Phrase("search_nothing", .text(first))
    }

    /// Places
    public static let searchPlaces = Phrase("search_places")

    /// Stages
    public static let searchStages = Phrase("search_stages")

    /// Stops
    public static let searchStops = Phrase("search_stops")

    /// Continue like this
    public static let setOutGoRoughly = Phrase("set_out_go_roughly")

    /// The guide did not start
    public static let setOutNotSetOut = Phrase("set_out_not_set_out")

    /// Settings
    public static let settings = Phrase("settings")

    /// About
    public static let settingsAbout = Phrase("settings_about")

    /// On the phone: whether it is allowed to use your location and show the trip on the locked screen
    public static let settingsAppText = Phrase("settings_app_text")

    /// As on the phone
    public static let settingsAsPhone = Phrase("settings_as_phone")

    /// Your tracks, notes, favourites and settings in one file
    public static let settingsBackupText = Phrase("settings_backup_text")

    /// Battery
    public static let settingsBattery = Phrase("settings_battery")

    /// The guide goes on while the phone is locked, and asks for positions less often where little happens. It stops …
    public static let settingsBatteryText = Phrase("settings_battery_text")

    /// Deleted tracks stay in the bin for
    public static let settingsBin = Phrase("settings_bin")

    /// Routes on this phone, their sources, the space they take
    public static let settingsBundlesText = Phrase("settings_bundles_text")

    /// Depending on your pace
    public static let settingsByPace = Phrase("settings_by_pace")

    /// Map turns with you
    public static let settingsCourseUp = Phrase("settings_course_up")

    /// Your direction of travel is at the top; switched off, north is
    public static let settingsCourseUpText = Phrase("settings_course_up_text")

    /// Damage was found and repaired: read what is left
    public static let settingsDamage = Phrase("settings_damage")

    /// Dark
    public static let settingsDark = Phrase("settings_dark")

    /// 112, and where you are
    public static let settingsEmergencyText = Phrase("settings_emergency_text")

    /// Miles and feet
    public static let settingsImperial = Phrase("settings_imperial")

    /// Kept on this phone
    public static let settingsKept = Phrase("settings_kept")

    /// Language
    public static let settingsLanguage = Phrase("settings_language")

    /// Who made the app, its maps and texts
    public static let settingsLicencesText = Phrase("settings_licences_text")

    /// Light
    public static let settingsLight = Phrase("settings_light")

    /// Appearance
    public static let settingsLooks = Phrase("settings_looks")

    /// With land and water
    public static let settingsMapFull = Phrase("settings_map_full")

    /// Plain, for low sun
    public static let settingsMapPlain = Phrase("settings_map_plain")

    /// Kilometres and metres
    public static let settingsMetric = Phrase("settings_metric")

    /// Warn when off the route by
    public static let settingsOffRoute = Phrase("settings_off_route")

    /// Record the trip
    public static let settingsRecord = Phrase("settings_record")

    /// Kept on this phone, under My tracks
    public static let settingsRecordText = Phrase("settings_record_text")

    /// Keep the screen on
    public static let settingsScreenOn = Phrase("settings_screen_on")

    /// While the guide is shown. Uses a lot of battery.
    public static let settingsScreenOnText = Phrase("settings_screen_on_text")

    /// Language and voice
    public static let settingsSpeech = Phrase("settings_speech")

    /// Announce stops ahead
    public static let settingsStopAhead = Phrase("settings_stop_ahead")

    /// Text size
    public static let settingsTextSize = Phrase("settings_text_size")

    /// As set on the phone, under “Display & Brightness”; still larger under “Accessibility”
    public static let settingsTextSizeText = Phrase("settings_text_size_text")

    /// Colours
    public static let settingsTheme = Phrase("settings_theme")

    /// Units
    public static let settingsUnits = Phrase("settings_units")

    /// Version %1$@
    public static func settingsVersion(_ first: String) -> Phrase {
        Phrase("settings_version", .text(first))
    }

    /// Vibrate
    public static let settingsVibrate = Phrase("settings_vibrate")

    /// Stops and the alarm can be felt in the pocket
    public static let settingsVibrateText = Phrase("settings_vibrate_text")

    /// Say cues aloud
    public static let settingsVoice = Phrase("settings_voice")

    /// Looking for a voice on this phone…
    public static let settingsVoiceLooking = Phrase("settings_voice_looking")

    /// This phone has no voice for this language: %1$@. Until you add one, everything is shown and felt only.
    public static func settingsVoiceMissing(_ first: String) -> Phrase {
        Phrase("settings_voice_missing", .text(first))
    }

    /// This phone has a voice for it.
    public static let settingsVoiceReady = Phrase("settings_voice_ready")

    /// Stops ahead, leaving the route and what else happens on the way
    public static let settingsVoiceText = Phrase("settings_voice_text")

    /// You add one in the phone’s settings under “Accessibility”, where reading aloud is set. For some languages …
    public static let settingsVoiceWhere = Phrase("settings_voice_where")

    /// Share
    public static let share = Phrase("share")

    /// For which app
    public static let shareFor = Phrase("share_for")

    /// Share as GPX
    public static let shareGpx = Phrase("share_gpx")

    /// What to share
    public static let shareWhat = Phrase("share_what")

    /// No position at present
    public static let signalLost = Phrase("signal_lost")

    /// The app is not allowed to use your location
    public static let signalNotAllowed = Phrase("signal_not_allowed")

    /// Location is switched off on the phone
    public static let signalSwitchedOff = Phrase("signal_switched_off")

    /// Position found
    public static let signalThere = Phrase("signal_there")

    /// Waiting for a position
    public static let signalWaiting = Phrase("signal_waiting")

    /// Source: %1$@
    public static func sourceLine(_ first: String) -> Phrase {
        Phrase("source_line", .text(first))
    }

    /// Stage %1$lld
    public static func stageNumber(_ first: Int) -> Phrase {
        Phrase("stage_number", .count(first))
    }

    /// Start
    public static let start = Phrase("start")

    /// Start from here
    public static let startHere = Phrase("start_here")

    /// Join the route where you are now.
    public static let startHereWhy = Phrase("start_here_why")

    /// Start in reverse
    public static let startReversed = Phrase("start_reversed")

    /// End
    public static let stop = Phrase("stop")

    /// Next stop: %1$@
    public static func stopAfter(_ first: String) -> Phrase {
        Phrase("stop_after", .text(first))
    }

    /// Previous stop: %1$@
    public static func stopBefore(_ first: String) -> Phrase {
        Phrase("stop_before", .text(first))
    }

    /// Stop
    public static let stopTitle = Phrase("stop_title")

    /// %1$lld stops
    public static func stops(_ count: Int) -> Phrase {
        Phrase("stops", .count(count))
    }

    /// %1$@ to go
    public static func toGo(_ first: String) -> Phrase {
        Phrase("to_go", .text(first))
    }

    /// Back to the guide
    public static let toGuide = Phrase("to_guide")

    /// My tracks
    public static let tracks = Phrase("tracks")

    /// Bin
    public static let tracksBin = Phrase("tracks_bin")

    /// What you delete stays here for %1$lld days.
    public static func tracksBinKeeps(_ count: Int) -> Phrase {
        Phrase("tracks_bin_keeps", .count(count))
    }

    /// Of the distance, %1$@ lead straight across gaps in the track: the way taken there is not known.
    public static func tracksBridged(_ first: String) -> Phrase {
        Phrase("tracks_bridged", .text(first))
    }

    /// Delete for good
    public static let tracksDeleteForGood = Phrase("tracks_delete_for_good")

    /// Distance
    public static let tracksDistance = Phrase("tracks_distance")

    /// Total time
    public static let tracksDuration = Phrase("tracks_duration")

    /// Empty the bin
    public static let tracksEmptyBin = Phrase("tracks_empty_bin")

    /// %1$lld tracks will be gone for good.
    public static func tracksEmptyBinText(_ count: Int) -> Phrase {
        Phrase("tracks_empty_bin_text", .count(count))
    }

    /// Empty the bin?
    public static let tracksEmptyBinTitle = Phrase("tracks_empty_bin_title")

    /// Follow
    public static let tracksFollow = Phrase("tracks_follow")

    /// In reverse
    public static let tracksFollowReversed = Phrase("tracks_follow_reversed")

    /// Route followed
    public static let tracksFollowed = Phrase("tracks_followed")

    /// Uphill
    public static let tracksGain = Phrase("tracks_gain")

    /// Add tracks from files
    public static let tracksImport = Phrase("tracks_import")

    /// This track is in the bin.
    public static let tracksInBin = Phrase("tracks_in_bin")

    /// Make one track of them
    public static let tracksJoin = Phrase("tracks_join")

    /// The file of this track has others that go on in one another with it. All of them can be followed as one: “%1$@”.
    public static func tracksJoinable(_ first: String) -> Phrase {
        Phrase("tracks_joinable", .text(first))
    }

    /// Downhill
    public static let tracksLoss = Phrase("tracks_loss")

    /// More
    public static let tracksMore = Phrase("tracks_more")

    /// Moving time
    public static let tracksMoving = Phrase("tracks_moving")

    /// Name
    public static let tracksName = Phrase("tracks_name")

    /// There are no tracks yet. Trips that you record with the guide are kept here, and so are tracks from GPX files.
    public static let tracksNone = Phrase("tracks_none")

    /// Along the way
    public static let tracksReached = Phrase("tracks_reached")

    /// Rename
    public static let tracksRename = Phrase("tracks_rename")

    /// route done
    public static let tracksRouteDone = Phrase("tracks_route_done")

    /// The phone’s storage was damaged: parts of this track may be missing.
    public static let tracksSalvaged = Phrase("tracks_salvaged")

    /// seen from afar
    public static let tracksSeen = Phrase("tracks_seen")

    /// left out
    public static let tracksSkipped = Phrase("tracks_skipped")

    /// Average speed
    public static let tracksSpeed = Phrase("tracks_speed")

    /// stage done
    public static let tracksStageDone = Phrase("tracks_stage_done")

    /// My tracks
    public static let tracksTab = Phrase("tracks_tab")

    /// Restore
    public static let tracksTakeBack = Phrase("tracks_take_back")

    /// Back to the guide
    public static let tracksToGuide = Phrase("tracks_to_guide")

    /// Track
    public static let tracksTrack = Phrase("tracks_track")

    /// Being recorded now
    public static let tracksUnderway = Phrase("tracks_underway")

    /// visited
    public static let tracksVisited = Phrase("tracks_visited")

    /// Try again
    public static let tryAgain = Phrase("try_again")

    /// Undo
    public static let undo = Phrase("undo")

    /// the former name
    public static let unverifiedFormerName = Phrase("unverified_former_name")

    /// Not checked yet: %1$@
    public static func unverifiedLine(_ first: String) -> Phrase {
        Phrase("unverified_line", .text(first))
    }

    /// the means of travel
    public static let unverifiedModes = Phrase("unverified_modes")

    /// the German name
    public static let unverifiedNameDe = Phrase("unverified_name_de")

    /// the English name
    public static let unverifiedNameEn = Phrase("unverified_name_en")

    /// the Lithuanian name
    public static let unverifiedNameLt = Phrase("unverified_name_lt")

    /// the telephone number
    public static let unverifiedPhone = Phrase("unverified_phone")

    /// the position
    public static let unverifiedPosition = Phrase("unverified_position")

    /// which stops fall on which day
    public static let unverifiedStages = Phrase("unverified_stages")

    /// who may use it
    public static let unverifiedUse = Phrase("unverified_use")

    /// Visited
    public static let visited = Phrase("visited")

    /// Visited on %1$@
    public static func visitedOn(_ first: String) -> Phrase {
        Phrase("visited_on", .text(first))
    }

    /// Interrupted. Tap to resume.
    public static let wasInterrupted = Phrase("was_interrupted")

    /// How to get there
    public static let wayThere = Phrase("way_there")

    /// The whole route
    public static let wholeRoute = Phrase("whole_route")

    /// Where are you?
    public static let whyLocation = Phrase("why_location")

    /// To guide you along the way, the app needs to know where you are, as exactly as the phone can tell, also while …
    public static let whyLocationText = Phrase("why_location_text")

    /// Write a note
    public static let writeNote = Phrase("write_note")
}
