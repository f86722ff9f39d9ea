<?php
// SPDX-License-Identifier: MIT
// Calendars as sabre/vobject reads them: `php ical_php.php <file>...`. See ical_clients.py.
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($level, $message, $file, $line) {
    throw new ErrorException($message, 0, $level, $file, $line);
}, E_ALL & ~E_DEPRECATED);
require 'Sabre/VObject/autoload.php';

use Sabre\VObject;

function text($property)
{
    $plain = ['\\\\' => '\\', '\\,' => ',', '\\;' => ';', '\\n' => "\n", '\\N' => "\n"];
    return strtr((string) $property->value, $plain);
}

function tree($component)
{
    $properties = $inner = [];
    foreach ($component->children() as $child) {
        if ($child instanceof VObject\Component) {
            $inner[] = tree($child);
        } else {
            $properties[] = [$child->name, (string) $child['TZID'], text($child)];
        }
    }
    return [$component->name, $properties, $inner];
}

function at($property)
{
    $time = $property->getDateTime();
    return $property->getDateType() === VObject\Property\DateTime::DATE ? $time->format('Ymd') : $time->getTimestamp();
}

function times($calendar)
{
    $times = [];
    foreach ($calendar->select('VTODO') as $todo) {
        if (isset($todo->DUE)) {
            $times[(string) $todo->UID] = [at($todo->DUE)];
        }
    }
    foreach ($calendar->select('VEVENT') as $event) {
        $times[(string) $event->UID] = [];
        if (!isset($event->RRULE)) {
            $times[(string) $event->UID][] = at($event->DTSTART);
            continue;
        }
        $days = $event->DTSTART->getDateType() === VObject\Property\DateTime::DATE;
        for ($i = new VObject\RecurrenceIterator($calendar, (string) $event->UID); $i->valid(); $i->next()) {
            $start = $i->getDTStart();
            $times[(string) $event->UID][] = $days ? $start->format('Ymd') : $start->getTimestamp();
        }
    }
    return $times;
}

foreach (array_slice($argv, 1) as $file) {
    $calendar = VObject\Reader::read(file_get_contents($file));
    $faults = array_map(fn ($fault) => $fault['message'], $calendar->validate());
    $times = times($calendar);
    echo json_encode(['tree' => tree($calendar), 'times' => $times ?: new stdClass(), 'faults' => $faults]), "\n";
}
