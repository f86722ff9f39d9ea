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
# Every function of the C library is a method: hw_goal_title(goal) is goal.title, hw_goal_set_title(goal, text) is
# goal.title = text, hw_plan_is_read_only(plan) is plan.read_only?, and what has no object is Homework.name. The headers are
# the manual. Arguments are given by position or by the names that they have there; what may be NULL may be left out.
# Lists are Enumerable. Enumerations are symbols (:not_done). A status other than HW_OK is a Homework::Error,
# one class for each (Homework::Errors).
require_relative "homework/errors"
require_relative "homework/values"
require "homework_native"
require_relative "homework/methods"
require_relative "homework/list"
require_relative "homework/plan"

module Homework
  Methods.define_all
  List.define_all
end
