// SPDX-License-Identifier: MIT
package org.homework;

import java.util.List;
import org.jetbrains.annotations.NotNull;

/**
 * What a status other than OK becomes: one class for each. Messages never have private text.
 *
 * @since 0.2
 */
public class HomeworkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Status status;
    private final String subject;
    private final int line;
    private final int column;
    private transient List<Problems.Row> problems = List.of();

    HomeworkException(Status status, String message, String subject, int line, int column) {
        super(message);
        this.status = status;
        this.subject = subject;
        this.line = line;
        this.column = column;
    }

    /** Which status. */
    public @NotNull Status status() {
        return status;
    }

    /** The id, field, zone or limit concerned; may be empty. */
    public @NotNull String subject() {
        return subject;
    }

    /** Line of the input, from 1; 0 = none. */
    public int line() {
        return line;
    }

    /** Byte within the line, from 1; 0 = none. */
    public int column() {
        return column;
    }

    /** All that was found in a document. */
    public @NotNull List<Problems.Row> problems() {
        return problems == null ? List.of() : problems;
    }

    HomeworkException with(List<Problems.Row> found) {
        problems = List.copyOf(found);
        return this;
    }

    /** Called by the library. */
    static HomeworkException of(int number, String message, String subject, int line, int column) {
        Status status = Status.at(number);
        return switch (status) {
            case ERR_MEMORY -> new Memory(status, message, subject, line, column);
            case ERR_ARGUMENT -> new Argument(status, message, subject, line, column);
            case ERR_SYNTAX -> new Syntax(status, message, subject, line, column);
            case ERR_RANGE -> new OutOfRange(status, message, subject, line, column);
            case ERR_NOT_FOUND -> new NotFound(status, message, subject, line, column);
            case ERR_DUPLICATE -> new Duplicate(status, message, subject, line, column);
            case ERR_CONFLICT -> new Conflict(status, message, subject, line, column);
            case ERR_STATE -> new WrongState(status, message, subject, line, column);
            case ERR_UNSUPPORTED -> new Unsupported(status, message, subject, line, column);
            case ERR_LIMIT -> new Limit(status, message, subject, line, column);
            case ERR_INVALID -> new Invalid(status, message, subject, line, column);
            case ERR_READ_ONLY -> new ReadOnly(status, message, subject, line, column);
            case ERR_IO -> new InputOutput(status, message, subject, line, column);
            case ERR_NOT_DURABLE -> new NotDurable(status, message, subject, line, column);
            case ERR_CANCELLED -> new Cancelled(status, message, subject, line, column);
            default -> new HomeworkException(status, message, subject, line, column);
        };
    }

    /** Memory ran out; nothing was changed. */
    public static final class Memory extends HomeworkException {
        private static final long serialVersionUID = 1L;

        Memory(Status status, String message, String subject, int line, int column) {
            super(status, message, subject, line, column);
        }
    }

    /** An argument is missing, or cannot be meant. */
    public static final class Argument extends HomeworkException {
        private static final long serialVersionUID = 1L;

        Argument(Status status, String message, String subject, int line, int column) {
            super(status, message, subject, line, column);
        }
    }

    /** Text that does not follow its grammar. */
    public static final class Syntax extends HomeworkException {
        private static final long serialVersionUID = 1L;

        Syntax(Status status, String message, String subject, int line, int column) {
            super(status, message, subject, line, column);
        }
    }

    /** Well formed, but outside the permitted range. */
    public static final class OutOfRange extends HomeworkException {
        private static final long serialVersionUID = 1L;

        OutOfRange(Status status, String message, String subject, int line, int column) {
            super(status, message, subject, line, column);
        }
    }

    /** No such id, zone or file. */
    public static final class NotFound extends HomeworkException {
        private static final long serialVersionUID = 1L;

        NotFound(Status status, String message, String subject, int line, int column) {
            super(status, message, subject, line, column);
        }
    }

    /** The id is taken. */
    public static final class Duplicate extends HomeworkException {
        private static final long serialVersionUID = 1L;

        Duplicate(Status status, String message, String subject, int line, int column) {
            super(status, message, subject, line, column);
        }
    }

    /** Based on something that has changed meanwhile. */
    public static final class Conflict extends HomeworkException {
        private static final long serialVersionUID = 1L;

        Conflict(Status status, String message, String subject, int line, int column) {
            super(status, message, subject, line, column);
        }
    }

    /** Not allowed in the present state. */
    public static final class WrongState extends HomeworkException {
        private static final long serialVersionUID = 1L;

        WrongState(Status status, String message, String subject, int line, int column) {
            super(status, message, subject, line, column);
        }
    }

    /** Known, but not supported. */
    public static final class Unsupported extends HomeworkException {
        private static final long serialVersionUID = 1L;

        Unsupported(Status status, String message, String subject, int line, int column) {
            super(status, message, subject, line, column);
        }
    }

    /** A named limit was passed. */
    public static final class Limit extends HomeworkException {
        private static final long serialVersionUID = 1L;

        Limit(Status status, String message, String subject, int line, int column) {
            super(status, message, subject, line, column);
        }
    }

    /** The document has problems; see problems(). */
    public static final class Invalid extends HomeworkException {
        private static final long serialVersionUID = 1L;

        Invalid(Status status, String message, String subject, int line, int column) {
            super(status, message, subject, line, column);
        }
    }

    /** The plan must not be changed. */
    public static final class ReadOnly extends HomeworkException {
        private static final long serialVersionUID = 1L;

        ReadOnly(Status status, String message, String subject, int line, int column) {
            super(status, message, subject, line, column);
        }
    }

    /** The operating system refused to read or write. */
    public static final class InputOutput extends HomeworkException {
        private static final long serialVersionUID = 1L;

        InputOutput(Status status, String message, String subject, int line, int column) {
            super(status, message, subject, line, column);
        }
    }

    /** Written and visible, but perhaps not yet safe from a power cut. */
    public static final class NotDurable extends HomeworkException {
        private static final long serialVersionUID = 1L;

        NotDurable(Status status, String message, String subject, int line, int column) {
            super(status, message, subject, line, column);
        }
    }

    /** A callback of the caller asked to stop. */
    public static final class Cancelled extends HomeworkException {
        private static final long serialVersionUID = 1L;

        Cancelled(Status status, String message, String subject, int line, int column) {
            super(status, message, subject, line, column);
        }
    }
}
