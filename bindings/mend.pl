# Mends what uniffi writes: `perl bindings/mend.pl kotlin|swift <GENERATED >MENDED`; `bindings/generate` calls it. Each change
# says why; one that finds nothing to change stops everything, for then uniffi writes it in another way and somebody has
# to look.
use strict;
use warnings;

my $language = shift // '';
local $/;
my $text = <STDIN>;

sub mend {
    my ($why, $pattern, $change) = @_;
    my $count = $text =~ s/$pattern/$change->()/eg;
    die "bindings/mend.pl: nothing to change in $language for: $why\n" unless $count;
}

if ($language eq 'kotlin') {
    mend('JNA\'s Library, which nothing uses, would hide ours',
        qr/^import com\.sun\.jna\.Library\n/m, sub { '' });
    mend('half a letter in a text is no reason to fail: it becomes a question mark',
        qr/onMalformedInput\(CodingErrorAction\.REPORT\)/, sub { 'onMalformedInput(CodingErrorAction.REPLACE)' });
    mend('a shell catches one type of error: a call on an object it closed itself is one of them',
        qr/throw IllegalStateException\("\$\{this\.javaClass\.simpleName\} object has already been destroyed"\)/,
        sub { 'throw closedObjectException(this.javaClass.simpleName)' });
    mend('what nothing calls is not looked up at each start: no checksums, no futures',
        qr/^ *external fun (?:uniffi_route_guide_ffi_checksum_\w+|ffi_route_guide_ffi_rust(?:_future_\w+|buffer_from_bytes|buffer_reserve))\(.*?\n *\): .*?\n/ms,
        sub { '' });
    # With a structure of JNA's for each call, a fix took three times as long: see CallStatus.kt.
    mend('how a call ended is read from memory that is kept',
        qr/uniffi_out_err: UniffiRustCallStatus/, sub { 'uniffi_out_err: Pointer' });
    mend('functions get that memory',
        qr/callback: \(UniffiRustCallStatus\) -> U/, sub { 'callback: (Pointer) -> U' });
    mend('and say by it how they ended',
        qr/    var status = UniffiRustCallStatus\(\)\n    val return_value = callback\(status\)\n    uniffiCheckCallStatus\(errorHandler, status\)\n    return return_value\n/,
        sub { <<'END' });
    val status = CallStatus.take()
    try {
        val return_value = callback(status)
        if (CallStatus.isSuccess(status)) return return_value
        uniffiCheckCallStatus(errorHandler, CallStatus.read(status))
        return return_value
    } finally {
        CallStatus.giveBack()
    }
END
    mend('a length is handed over with the rest and need not be looked up by its name',
        qr/rbuf\.writeField\("len", bbuf\.position\(\)\.toLong\(\)\)/, sub { 'rbuf.len = bbuf.position().toLong()' });
} elsif ($language eq 'swift') {
    # Four fifths of what the border cost a fix.
    mend('a number is read with one load from where it lies, not copied through a view of bytes',
        qr/    if T\.self == UInt8\.self \{.*?    \}\n    var value: T = 0\n.*?\n/s, sub { <<'END' });
    let value = reader.data.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: range.lowerBound, as: T.self) }
END
    mend('and bytes with one copy',
        qr/    var value = \[UInt8\]\(repeating: 0, count: count\)\n.*?    \}\)\n/s, sub { <<'END' });
    let value = reader.data.withUnsafeBytes { Array($0[range]) }
END
} else {
    die "usage: perl bindings/mend.pl kotlin|swift <GENERATED >MENDED\n";
}

$text =~ s/[ \t]+$//mg;
print $text;
