# Mends the Swift that uniffi writes; `bindings/generate` calls it. Each change says why; one that finds nothing to change
# stops everything, for then uniffi writes it in another way and somebody has to look.
use strict;
use warnings;

local $/;
my $text = <STDIN>;

sub mend {
    my ($why, $pattern, $change) = @_;
    my $count = $text =~ s/$pattern/$change->()/egs;
    die "bindings/mend/swift.pl: nothing to change for: $why\n" unless $count;
}

# Four fifths of what the border cost a fix.
mend('a number is read with one load from where it lies, not copied through a view of bytes',
    qr/    if T\.self == UInt8\.self \{.*?    \}\n    var value: T = 0\n.*?\n/s,
    sub { '    let value = reader.data.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: range.lowerBound, as: T.self) }' . "\n" });
mend('and bytes with one copy',
    qr/    var value = \[UInt8\]\(repeating: 0, count: count\)\n.*?    \}\)\n/s,
    sub { '    let value = reader.data.withUnsafeBytes { Array($0[range]) }' . "\n" });

$text =~ s/[ \t]+$//mg;
print $text;
