# frozen_string_literal: true

# SPDX-License-Identifier: MIT

# A process for each: what is run in it must end well, whatever it does to itself.
module Alone
  def alone(&block)
    reader, writer = IO.pipe
    pid = fork do
      reader.close
      block.call
      exit!(0)
    rescue Exception => e # rubocop:disable Lint/RescueException
      writer.write("#{e.class}: #{e.message}\n#{e.backtrace&.first}")
      exit!(1)
    end
    writer.close
    _, status = Process.wait2(pid)
    assert_equal [0, ""], [status.exitstatus, reader.read], status.inspect
  end
end
