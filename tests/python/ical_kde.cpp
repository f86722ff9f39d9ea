// SPDX-License-Identifier: MIT
// Calendars as KOrganizer and Merkuro read them: `ical_kde expand <file>...`, and how they tick a to-do off:
// `ical_kde tick <uid> <moment> <file>`, which prints the calendar. See test_calendar_clients_desktop.py.
#include <KCalendarCore/Event>
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <KCalendarCore/Todo>
#include <QCoreApplication>
#include <QDebug>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QTimeZone>

using namespace KCalendarCore;

static MemoryCalendar::Ptr load(const QString &path)
{
    MemoryCalendar::Ptr calendar(new MemoryCalendar(QTimeZone::utc()));
    if (!ICalFormat().load(calendar, path)) {
        qFatal("not a calendar");
    }
    return calendar;
}

static QJsonValue at(const QDateTime &time, bool day)
{
    return day ? QJsonValue(time.date().toString("yyyyMMdd")) : QJsonValue(double(time.toSecsSinceEpoch()));
}

static void expand(const QString &path)
{
    const QDateTime first(QDate(2000, 1, 1), QTime(), Qt::UTC), last(QDate(2037, 1, 1), QTime(), Qt::UTC);
    QJsonObject times;
    const auto calendar = load(path);
    const auto events = calendar->rawEvents();
    for (const auto &event : events) {
        QJsonArray found;
        if (event->recurs()) {
            const auto all = event->recurrence()->timesInInterval(first, last);
            for (const auto &time : all) {
                found.append(at(time, event->allDay()));
            }
        } else {
            found.append(at(event->dtStart(), event->allDay()));
        }
        times[event->uid()] = found;
    }
    const auto todos = calendar->rawTodos();
    for (const auto &todo : todos) {
        if (todo->hasDueDate()) {
            times[todo->uid()] = QJsonArray{at(todo->dtDue(), todo->allDay())};
        }
    }
    QTextStream(stdout) << QJsonDocument(QJsonObject{{"times", times}}).toJson(QJsonDocument::Compact)
                        << "\n";
}

static void tick(const QString &uid, const QString &moment, const QString &path)
{
    const auto calendar = load(path);
    calendar->todo(uid)->setCompleted(QDateTime::fromString(moment, Qt::ISODate));
    QTextStream(stdout) << ICalFormat().toString(calendar.staticCast<Calendar>());
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList words = app.arguments();
    if (words.value(1) == "tick" && words.size() == 5) {
        tick(words[2], words[3], words[4]);
        return 0;
    }
    for (int i = 2; i < words.size(); i++) {
        expand(words[i]);
    }
    return 0;
}
