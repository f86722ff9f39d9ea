# SPDX-License-Identifier: MIT
# Calendars as the icalendar gem reads them: `ruby ical_ruby.rb <file>...`. See ical_clients.py.
require "stringio"
require "icalendar"
require "json"

def values_of(value)
  value.is_a?(Array) || value.is_a?(Icalendar::Values::Array) ? value.to_a.flat_map { |one| values_of(one) } : [value]
end

def text(value)
  value.is_a?(Icalendar::Values::Text) ? value.to_s : value.value_ical
end

def tree(component)
  properties = component.class.properties.flat_map do |name|
    values_of(component.public_send(name)).compact.map { |value| [name, value] }
  end
  custom = component.custom_properties.flat_map { |name, values| values_of(values).map { |value| [name, value] } }
  written = (properties + custom).map do |name, value|
    [name.tr("_", "-").upcase.sub(/\AIP-/, ""), Array(value.ical_params["tzid"]).first.to_s, text(value)]
  end
  inner = component.class.components.flat_map { |name| component.public_send(name) }
  inner += component.custom_components.values.flatten
  [component.ical_name, written, inner.map { |one| tree(one) }]
end

ARGV.each do |file|
  calendar, = Icalendar::Calendar.parse(File.read(file, encoding: "UTF-8"))
  puts JSON.generate({ tree: tree(calendar) })
end
