// expect: is not marked with 'try'
import AVFoundation

func quieten() {
    AVAudioSession.sharedInstance().setActive(false)
}
