// Pictures of a bundle: their files, and who made them under which terms.
import Foundation
import RouteGuide

extension Picture {
    /// Who made it, and under which terms it is shown.
    public func credit(_ say: Wording) -> String { say(.pictureBy(author, licence)) }
}

extension Home {
    /// The file of a picture.
    public func picture(_ picture: String, in bundle: String, _ size: PictureSize) async -> Answer<Data> {
        await ask(bundle: bundle) { try $0.picture(picture: picture, size: size).bytes }
    }
}
