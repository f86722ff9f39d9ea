# frozen_string_literal: true

# SPDX-License-Identifier: MIT

Gem::Specification.new do |spec|
  spec.name = "homework"
  spec.version = File.read(File.join(__dir__, "VERSION")).strip
  spec.summary = "Homework between therapy sessions: plans, progress, reminders"
  spec.description = "The libhomework C library in Ruby. It needs the library itself, which it finds by pkg-config."
  spec.authors = ["The libhomework authors"]
  spec.license = "MIT"
  spec.required_ruby_version = ">= 2.7"
  spec.files = Dir.chdir(__dir__) { Dir["VERSION", "LICENSE", "lib/**/*", "sig/*", "ext/**/*.{rb,c,h}"] }
  spec.extensions = ["ext/homework_native/extconf.rb"]
  spec.require_paths = ["lib"]
  spec.metadata = { "rubygems_mfa_required" => "true" }
end
