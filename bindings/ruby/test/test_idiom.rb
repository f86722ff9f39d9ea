# frozen_string_literal: true

# SPDX-License-Identifier: MIT

# What a Rubyist expects of lists, records, values, tables and files.
require "json"
require "minitest/autorun"
require "pp"
require "pathname"
require "tmpdir"
require "homework"

class IdiomTest < Minitest::Test
  LUNCH = File.expand_path("../../../examples/plans/lunch-table.xml", __dir__)
  NOW = Time.iso8601("2026-11-22T18:00:00+01:00")
  SPAN = { from: Date.new(2026, 11, 16), to: Date.new(2026, 11, 23), as_of: NOW }.freeze

  def plan
    @plan ||= Homework.load(LUNCH)
  end

  def week
    plan.occurrences(**SPAN)
  end

  def change
    Homework.change(by: "client", origin: "test", at: NOW)
  end

  def test_lists_are_read_like_arrays
    all = week.to_a
    assert_equal [all[0..2], all[2, 3], all[-2..], all.last, all.last(3), all.first(2)],
                 [week[0..2], week[2, 3], week[-2..], week.last, week.last(3), week.first(2)]
    assert_equal [all[3], :none, 99], [week.fetch(3), week.fetch(99, :none), week.fetch(99, &:itself)]
    assert_raises(IndexError) { week.fetch(12) }
    assert_raises(IndexError) { week.fetch(-13) }
    assert_equal [all[1], all[-1], nil], week.values_at(1, -1, 50)
    assert_equal [12, 12, 12, false], [week.each.size, week.each_slice(1).size, week.length, week.empty?]
    assert_equal all.last(20), week.last(20)
    assert_equal week, plan.occurrences(**SPAN)
    refute_equal week, plan.occurrences(**SPAN, to: "2026-11-22")
  end

  def test_rows_are_values
    row = week.first
    assert_predicate row, :frozen?
    assert_predicate row, :settled?
    assert_raises(FrozenError) { row.status = :done }
    assert_equal row, Marshal.load(Marshal.dump(row))
    assert_equal 1, [row, week.first].uniq.size
    found = case row
            in { assignment: "breathing", status:, key: Homework::Local => key } then [status, key.hour]
            end
    assert_equal [row.status, 20], found
  end

  def test_records_have_fields
    one = plan.assignment("breathing")
    assert_equal ["breathing", :relaxation, "Slow breathing"], one.to_h.values_at(:id, :kind, :title)
    assert_equal :relaxation, (one in { kind:, title: /slow/i }) && kind
    assert_equal one, plan.assignments.find { |other| other.id == "breathing" }
    assert_equal 1, { one => 1 }[plan.assignment("breathing")]
    refute_equal one, plan.assignment("diary")
    refute_equal one, one.dup
    assert_equal one.reminders.first.to_h.slice(:kind, :minutes), { kind: :prompt, minutes: -15 }
    assert_equal %w[Array], [one.goals, one.obstacles, one.attachments, plan.people].map { |list| list.class.name }.uniq
  end

  def test_what_stands_in_a_plan_is_frozen
    one = plan.assignment("breathing")
    assert_predicate one, :frozen?
    error = assert_raises(FrozenError) { one.title = "x" }
    assert_includes error.message, "dup"
    draft = one.dup
    draft.title = "x"
    assert_equal ["x", "Slow breathing", true], [draft.title, one.title, one.clone.equal?(one)]
    assert_raises(FrozenError) { plan.dup.freeze.log(Homework::Entry.new("week", :done), change) }
    refute_predicate plan.clone, :frozen?
  end

  # What may end in a log.
  def test_inspect_never_says_what_people_wrote
    words = plan.to_xml.scan(%r{>([^<]{6,})</}).flatten.map(&:strip).reject { |one| one.match?(/\A[\w:+.-]*\z/) }.uniq
    things = [plan, week, week.to_a, plan.entries.to_a, plan.assignments, plan.goals, plan.messages, plan.settings, plan.progress(**SPAN),
              plan.all_reminders(NOW, NOW + 86_400, NOW).to_a, plan.assignment("breathing").revision, change, plan.entries.table]
    said = things.flat_map { |one| [one.inspect, one.to_s, one.pretty_inspect] }.join("\n")
    assert_operator words.size, :>, 20
    assert_equal [], words.select { |one| said.include?(one) }
    assert_includes said, "#<Homework::Assignment breathing>"
  end

  def test_planned_times
    one = Homework::Local.new(Date.new(2026, 11, 16), 20, 30)
    assert_equal [one, one], [Homework::Local.parse("2026-11-16T20:30"), Homework::Local.new("2026-11-16", 20, 30, 0)]
    assert_equal Time.iso8601("2026-11-16T20:30:00+01:00"), one.to_time("+01:00")
    assert_equal "20.30", one.strftime("%H.%M")
    day = Date.new(2026, 11, 16)
    assert_equal [day, one, day + 1], [one, day + 1, day].sort
    assert_equal [day, one, day + 1], [day + 1, day, one].sort
    assert_predicate one, :frozen?
    assert_raises(RangeError) { Homework::Local.new(day, 24) }
    assert_raises(TypeError) { Homework::Local.new(nil) }
    assert_raises(ArgumentError) { Homework::Local.parse("2026-11-16T20:30:00Z") }
  end

  # As ActiveSupport's: it is no Time, and its to_time may have another offset.
  Zoned = Struct.new(:to_time, :utc_offset)

  def test_times_of_other_libraries
    expected = week.to_a
    [NOW, NOW.getutc, NOW.to_i, NOW.to_datetime, NOW.iso8601(3), "2026-11-22T17:00:00Z", Zoned.new(NOW.getutc, 3600)].each do |time|
      assert_equal expected, plan.occurrences(**SPAN, as_of: time).to_a
    end
    assert_equal 7200, Homework.change(by: "mk", origin: "x", at: Zoned.new(NOW.getutc, 7200)).recorded.utc_offset
    assert_equal 3600, Homework.change(by: "mk", origin: "x", at: NOW.to_datetime).recorded.utc_offset
    minutes = Object.new.tap { |one| one.define_singleton_method(:iso8601) { "PT90M" } }
    draft = plan.assignment("breathing").dup
    draft.closes = minutes
    assert_equal "PT1H30M", draft.closes
    [Date.today, 1.5, nil, "2026-11-22", "2026-11-22T18:00:00", Zoned.new(5, 0)].each do |wrong|
      assert_raises(TypeError, ArgumentError, Homework::Error, wrong.inspect) { plan.occurrences(**SPAN, as_of: wrong) }
    end
    assert_raises(TypeError) { plan.occurrences(**SPAN, from: NOW) }
    assert_raises(TypeError) { plan.occurrences(**SPAN, from: NOW.to_datetime) }
  end

  def test_keywords
    error = assert_raises(ArgumentError) { plan.occurrences(from: "2026-11-16", till: "2026-11-23", as_of: NOW) }
    assert_includes error.message, ":till, there are :from, :to, :as_of"
    error = assert_raises(ArgumentError) { plan.occurrences(from: "2026-11-16", as_of: NOW) }
    assert_includes error.message, "missing keyword: :to"
    error = assert_raises(ArgumentError) { plan.occurrences("2026-11-16", from: "2026-11-16", to: "2026-11-23", as_of: NOW) }
    assert_includes error.message, "from is given by position and by name"
    assert_equal week, plan.occurrences("2026-11-16", to: "2026-11-23", as_of: NOW)
    assert_equal plan.assignment("breathing").title, plan.assignment(id: "breathing").title(language: "de")
    assert_equal %i[from to as_of], plan.method(:occurrences).parameters.map(&:last)
  end

  def test_days_of_old
    %w[1582-10-10 1500-02-28 0001-01-01 9999-12-31].each do |text|
      goal = Homework::Goal.new("g", "t")
      goal.due = text
      assert_equal text, goal.due.iso8601
      goal.due = goal.due
      assert_equal text, goal.due.iso8601
    end
  end

  def test_json
    rows = JSON.parse(JSON.generate(week))
    assert_equal [12, "2026-11-16T20:30:00", "2026-11-16T20:30:00+01:00"], [rows.size, rows[0]["key"], rows[0]["due"]]
    assert_equal "Slow breathing", JSON.parse(plan.assignment("breathing").to_json)["title"]
    assert_equal plan.as_json, JSON.parse([plan].to_json)[0]
    assert_equal rows, week.as_json.map { |row| row.transform_keys(&:to_s) }
    figure = plan.progress(**SPAN).figure("breathing", :done)
    assert_equal figure.to_h.transform_values { |one| one.is_a?(Symbol) ? one.to_s : one }, JSON.parse(figure.to_json, symbolize_names: true)
    assert_equal({ "at" => "2026-11-16T20:30:00" }, JSON.parse({ at: week.first.key }.to_json))
  end

  def test_marshal
    assert_equal plan, Marshal.load(Marshal.dump(plan))
    [plan.assignment("breathing"), week, change].each do |one|
      error = assert_raises(TypeError) { Marshal.dump(one) }
      assert_includes error.message, "cannot be marshalled by itself"
    end
  end

  def test_tables
    table = plan.progress(**SPAN).table
    assert_equal table.size, table.count
    assert_includes table.names, :value
    assert_equal table[:value], table.columns[:value]
    assert_equal table.map { |row| row[:value] }, table["value"]
    assert_equal JSON.parse(table.to_json), table.as_json
    assert_equal table.names.map(&:to_s), table.as_json.first.keys
    assert_raises(KeyError) { table[:nothing] }
    assert_raises(KeyError) { table[99] }
  end

  def test_values_of_entries
    log = plan.entries
    found = log.to_a.flat_map { |row| log.values(row.id) }
    assert_equal log.size.times.sum { |index| log.value_count(index) }, found.size
    assert_operator found.count(&:number), :>, 20
    assert_equal found.select { |one| one.kind == :note }.map(&:number).uniq, [nil]
    assert_equal log.values(0), log.values(log.first.id)
    assert_raises(KeyError) { log.values("nobody") }
    assert_raises(KeyError) { log.values(10_000) }
  end

  def test_several_fields_at_once
    goal = plan.goals.first
    plan.revise(goal.with(title: "Sleep", weight: 2), Homework.change(by: "mk", origin: "test", at: NOW))
    assert_equal ["Sleep", 2.0], plan.goal(goal.id).to_h.values_at(:title, :weight)
    refute_equal "Sleep", goal.title
    draft = goal.with(title: "One")
    assert_equal %w[Two One], [draft.with(title: "Two").title, draft.title]
    wide = plan.report(**SPAN, options: Homework::ReportOptions.with(width: 60))
    assert_operator wide.lines.map(&:length).max, :<=, 61
    error = assert_raises(ArgumentError) { goal.with(titel: "x") }
    assert_includes error.message, "titel"
    assert_match(/\A\d+\.\d+\.\d+\z/, Homework::VERSION)
  end

  def test_statistics_take_arrays
    assert_equal Homework::Estimate.new(2.0, 3, :not), Homework.mean([1, 2, nil, 3])
    line = Homework.theil_sen([1, 2, 3, 4], [2, 4, 6, 8])
    assert_equal [2.0, 0.0, 6], [line.slope.value, line.intercept.value, line.pairs]
    assert_nil Homework.mean([]).value
    assert_raises(TypeError) { Homework.mean(["a"]) }
    assert_raises(TypeError) { Homework.mean(5) }
    assert_raises(TypeError) { Homework.theil_sen([1, 2], [1]) }
    limits = Homework.xmr([1, 2, 3, 2, 1, 2, 3])
    assert_equal 3, Homework.xmr_signals(limits, [1, 2, 90]).size
    assert_raises(TypeError) { Homework.xmr_signals(Struct.new(:a).new(1), [1]) }
  end

  def caseload
    Homework::Caseload.new(NOW).tap { |load| 3.times { load.add_path(LUNCH) } }
  end

  def test_blocks_are_called_back
    rows = []
    caseload.run { |row| rows << row }
    assert_equal [[0, 1, 2], [plan.uid]], [rows.map(&:index), rows.map(&:uid).uniq]
    seen = []
    assert_operator caseload.table { |done, total| seen << [done, total] }.size, :>, 0
    assert_equal [[0, 3], [1, 3], [2, 3], [3, 3]], seen
    text = +""
    plan.write_xml { |bytes| text << bytes }
    assert_equal plan.to_xml, text.force_encoding("UTF-8")
    assert_raises(Homework::Errors::CancelledError) { caseload.run { false } }
    assert_raises(IOError) { caseload.run { raise IOError } }
    assert_equal 5, catch(:done) { caseload.run { throw :done, 5 } }
    assert_equal 3, [1].each { caseload.run { break 3 } }.size + 2
    assert_raises(TypeError, Homework::Error) { plan.write_xml }
    assert_raises(TypeError) { plan.write_xml("no function") }
  end

  def test_errors_are_matched
    found = begin
      Homework.load("missing.xml")
    rescue Homework::Error => e
      case e
      in { status: :not_found, subject:, message: String } then subject
      end
    end
    assert_equal "file", found
    assert_raises(Homework::NotFound) { Homework.load("missing.xml") }
    error = assert_raises(Homework::Invalid) { Homework.parse("<plan/>") }
    assert_equal 1, error.problems.size
  end

  def with_copy
    Dir.mktmpdir do |folder|
      path = Pathname(folder) / "plan.xml"
      path.binwrite(File.binread(LUNCH))
      yield path
    end
  end

  def test_a_block_is_all_or_nothing
    with_copy do |path|
      before = path.binread
      assert_raises(IOError) do
        Homework::Plan.open(path) do |plan|
          plan.log(Homework::Entry.new("week", :done), change)
          raise IOError
        end
      end
      assert_equal before, path.binread
      at = path.stat.mtime
      assert_equal 7, Homework::Plan.open(path) { 7 }
      assert_equal at, path.stat.mtime
      assert_equal 1, Homework::Plan.open(path) { |plan| plan.log(Homework::Entry.new("week", :done), change) || 1 }
      assert_equal Homework.load(LUNCH).entries.size + 1, Homework.load(path).entries.size
    end
  end

  def test_what_others_saved_is_not_overwritten
    with_copy do |path|
      mine = Homework.load(path)
      Homework::Plan.open(path) { |plan| plan.log(Homework::Entry.new("week", :done), change) }
      saved = path.binread
      mine.log(Homework::Entry.new("week", :attempted), change)
      assert_raises(Homework::Conflict) { mine.save }
      assert_equal saved, path.binread
      mine.save(path)
      refute_equal saved, path.binread
      assert_raises(ArgumentError) { Homework.parse(saved).save }
    end
  end
end
