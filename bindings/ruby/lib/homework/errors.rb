# frozen_string_literal: true

# SPDX-License-Identifier: MIT

module Homework
  # What went wrong. The message never has private text.
  class Error < StandardError
    # The status, as a symbol (:not_found); the id, field, zone or limit concerned; where in the input, from 1, 0 = nowhere.
    attr_reader :status, :subject, :line, :column
    # All that was found in a document, as strings; empty otherwise.
    attr_accessor :problems

    def initialize(message = nil, status: :unknown, subject: "", line: 0, column: 0)
      super(message)
      @status = status
      @subject = subject
      @line = line
      @column = column
      @problems = []
    end

    # What the wrapper raises: `number` is a hw_status.
    def self.of(number, message, subject, line, column)
      status = STATUSES.fetch(number, :unknown)
      Errors::BY_STATUS.fetch(status, Error).new(message, status: status, subject: subject, line: line, column: column)
    end

    # For patterns: `in {status: :invalid, line:}`.
    def deconstruct_keys(_keys)
      { status: status, subject: subject, line: line, column: column, message: message, problems: problems }
    end
  end

  # In the order of hw_status.
  STATUSES = %i[ok memory argument syntax range not_found duplicate conflict state unsupported limit invalid read_only io
                not_durable cancelled].freeze
  # One class for each status: Errors::NotFoundError, Errors::InvalidError ... They stand apart, since some are called as Ruby's own.
  module Errors
    BY_STATUS = STATUSES.drop(1).to_h do |status|
      [status, const_set("#{status.to_s.split('_').map(&:capitalize).join}Error", Class.new(Homework::Error))]
    end.freeze
  end
  # What one rescues most.
  NotFound = Errors::NotFoundError
  Invalid = Errors::InvalidError
  Conflict = Errors::ConflictError
  ReadOnly = Errors::ReadOnlyError
end
