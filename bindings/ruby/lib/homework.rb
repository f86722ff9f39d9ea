# frozen_string_literal: true

# SPDX-License-Identifier: MIT

# Homework between therapy sessions: plans, occurrences, progress, reminders.
#
#     require "homework"
#
#     plan = Homework.load("plan.xml")
#     week = plan.occurrences(from: "2026-11-16", to: "2026-11-23", as_of: Time.now)
#     week.select { |one| one.status == :open }.each { |one| puts "#{one.assignment} #{one.due}" }
#
# Every function of the C library is a method (homework/functions.rb): hw_goal_title(goal) is goal.title, hw_goal_set_title(goal,
# text) is goal.title = text, hw_plan_is_read_only(plan) is plan.read_only?, and what has no object is Homework.version_text. The
# headers are the manual. Arguments are given by position or by the names that they have there; what may be NULL may be left out.
# Lists are Enumerable, and what an object has several of is an array (plan.goals, assignment.attachments). Enumerations are symbols
# (:not_done). A status other than HW_OK is a Homework::Error, one class for each (Homework::Errors). The types of all are in
# sig/homework.rbs.
#
# A plan belongs to one thread at a time, as a Hash does; the library is not for Ractors other than the main one.
require "date"
require "time"
require_relative "homework/errors"
require_relative "homework/values"
require "homework_native"

module Homework
  # What SWIG makes of the headers: one function for each of C's.
  Native = Homework_native
  private_constant :Native
  VERSION = Native.hw_version_text.freeze
  Native.adopt(self)
end

require_relative "homework/names"
require_relative "homework/list"
require_relative "homework/functions"
require_relative "homework/record"
require_relative "homework/log"
require_relative "homework/plan"
require_relative "homework/progress"
require_relative "homework/table"
