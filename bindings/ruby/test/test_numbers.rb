# frozen_string_literal: true

# SPDX-License-Identifier: MIT

# Numbers equal C's: tests/data/numbers.json, which the tests of every host read.
require "json"
require "minitest/autorun"
require "homework"

class NumbersTest < Minitest::Test
  ROOT = File.expand_path("../../..", __dir__)
  PLANS = JSON.parse(File.read(File.join(ROOT, "tests/data/numbers.json")))["plans"]

  def word(symbol)
    symbol.to_s.tr("_", "-")
  end

  def key(value)
    value.is_a?(Date) ? value.iso8601 : value.to_s
  end

  PLANS.each do |fixture|
    define_method("test_#{File.basename(fixture['file'], '.xml').tr('-', '_')}") do
      plan = Homework.load(File.join(ROOT, fixture["file"]))
      window = [fixture["from"], fixture["to"], fixture["as_of"]]
      assert_equal [fixture["uid"], fixture["zone"]], [plan.uid, plan.settings.zone]
      assert_equal fixture["assignments"], plan.assignments.map { |one| { "id" => one.id, "title" => one.title } }
      assert_equal fixture["occurrences"], occurrences(plan.occurrences(*window))
      assert_equal fixture["metrics"], metrics(plan.progress(*window), fixture["metrics"])
      assert_equal fixture["reminders"], reminders(plan, Time.iso8601(fixture["as_of"]))
    end
  end

  def occurrences(list)
    list.each_with_index.map do |one, index|
      { "assignment" => one.assignment, "key" => key(one.key), "due" => one.due.iso8601, "due_seconds" => one.due.to_i.to_s,
        "status" => word(one.status), "settled" => one.settled, "credit" => one.credit, "entries" => list.entry_count(index) }
    end
  end

  def metrics(progress, wanted)
    wanted.map do |row|
      figure = progress.figure(progress.index_of(row["subject"], row["id"]), row["metric"])
      { "subject" => row["subject"], "id" => row["id"], "metric" => row["metric"], "value" => figure.value,
        "undefined" => word(figure.undefined), "numerator" => figure.numerator.to_s, "denominator" => figure.denominator.to_s,
        "n" => figure.n.to_s }
    end
  end

  def reminders(plan, now)
    plan.all_reminders(now, now + (7 * 86_400), now).map do |one|
      { "at" => one.at.iso8601, "at_seconds" => one.at.to_i.to_s, "assignment" => one.assignment, "state" => word(one.state),
        "priority" => one.priority }
    end
  end
end
