# SPDX-License-Identifier: MIT
# Calendars as two modules of Perl read them: `perl ical_perl.pl Data::ICal <file>...`, `perl ical_perl.pl iCal::Parser
# <zone> <file>...`. See ical_clients.py.
use strict;
use warnings;
use JSON::PP;

my $json = JSON::PP->new->canonical->utf8;

# ---- Data::ICal: what stands there ----

sub tree
{
    my ($entry) = @_;
    my @properties;
    for my $each (map { @$_ } values %{ $entry->properties }) {
        push @properties, [uc $each->key, $each->parameters->{TZID} // '', $each->decoded_value];
    }
    return [$entry->ical_entry_type, \@properties, [map { tree($_) } @{ $entry->entries }]];
}

sub by_data_ical
{
    require Data::ICal;
    my ($file) = @_;
    local $SIG{__WARN__} = sub { print STDERR @_ unless $_[0] =~ /^Unknown property for Data::ICal/ };
    my $calendar = Data::ICal->new(filename => $file) or die "$file: not a calendar\n";
    return { tree => tree($calendar) };
}

# ---- iCal::Parser: what occurs ----

sub at
{
    my ($time, $days) = @_;
    return $days ? $time->ymd('') : $time->epoch;
}

sub by_ical_parser
{
    require iCal::Parser;
    my ($file, $zone) = @_;
    my $parser = iCal::Parser->new(start => '20000101T000000Z', end => '20370101T000000Z', tz => $zone);
    my $found = $parser->parse($file);
    my %times;
    for my $day (map { values %$_ } map { values %$_ } values %{ $found->{events} }) {
        push @{ $times{$_->{UID}} }, at($_->{DTSTART}, $_->{allday}) for values %$day;
    }
    return { times => \%times };
}

# The zones of its library know no "%z" in the database's names.
$SIG{__WARN__} = sub { print STDERR @_ unless $_[0] =~ /^Invalid conversion in sprintf: "%z"/ };
my %readers = ('Data::ICal' => \&by_data_ical, 'iCal::Parser' => \&by_ical_parser);
my $name = shift @ARGV;
my $zone = $name eq 'iCal::Parser' ? shift @ARGV : undef;
print $json->encode($readers{$name}->($_, $zone)), "\n" for @ARGV;
