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
      assert_equal fixture["statistics"], statistics(plan, window, fixture["statistics"])
      assert_equal fixture["entries"], entries(plan.entries)
      assert_equal fixture["reminders"], reminders(plan, Time.iso8601(fixture["as_of"]))
    end
  end

  # A table of tests/data/statistics, as texts.
  def table(name)
    head, *lines = File.readlines(File.join(ROOT, "tests/data/statistics", name), chomp: true).map { |line| line.split(",", -1) }
    lines.map { |line| head.zip(line).to_h }
  end

  def assert_near(text, value, what)
    assert_in_delta text.to_f, value, 1e-9 * [1, text.to_f.abs].max, what unless text.empty?
  end

  def test_statistics_of_series_are_those_of_scipy_and_r
    table("series.csv").zip(table("scipy.csv"), table("r.csv")) do |row, scipy, r|
      times, values = row.values_at("times", "values").map { |list| list.split.map { |text| text == "NA" ? nil : text.to_f } }
      before = row["before"].to_i
      line = Homework.theil_sen(times, values)
      tau = Homework.kendall_tau_b(x: times, y: values)
      { "mean" => Homework.mean(values), "median" => Homework.median(values), "slope" => line.slope, "intercept" => line.intercept,
        "tau" => tau.tau, "rho" => Homework.spearman(times, values),
        "nap" => Homework.nap(values.take(before), values.drop(before), :higher).nap }.each do |name, found|
        assert_near scipy[name], found.value, name
      end
      assert_near r["r1"], Homework.autocorrelation(values).r1.value, "r1"
      assert_equal times.zip(values).count { |pair| pair.none?(nil) }, tau.tau.n
      assert_near tau.exact ? r["exact"] : r["p"], tau.p.value, "p" if tau.tau.n >= 8
    end
    table("wilson.csv").each do |row|
      found = Homework.wilson(row["successes"].to_i, row["trials"].to_i, row["z"].to_f)
      assert_near row["low"], found.low, "low"
      assert_near row["high"], found.high, "high"
    end
  end

  def statistics(plan, window, wanted)
    wanted.map do |row|
      found = plan.series(row["measure"], *window).statistic_value(row["statistic"])
      { "measure" => row["measure"], "statistic" => row["statistic"], "value" => found.value, "undefined" => word(found.undefined),
        "n" => found.n.to_s }
    end
  end

  def entries(log)
    log.each_with_index.map do |one, index|
      { "id" => one.id, "assignment" => one.assignment, "recorded" => one.recorded.iso8601, "recorded_seconds" => one.recorded.to_i.to_s,
        "by" => one.by, "values" => log.value_count(index) }
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
