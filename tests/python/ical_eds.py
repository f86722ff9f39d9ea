# SPDX-License-Identifier: MIT
"""How Evolution and GNOME tick a to-do off: `dbus-run-session -- python3 ical_eds.py <file> <moment, seconds> <uid>...` puts the
to-dos of a calendar into the task list of evolution-data-server, ticks some of them off, and prints those, each as a calendar
of its own. See test_calendar_clients_desktop.py."""
import sys

import gi

gi.require_version("ECal", "2.0")
gi.require_version("EDataServer", "1.2")
gi.require_version("ICalGLib", "3.0")
from gi.repository import ECal, EDataServer, ICalGLib  # noqa: E402

KINDS = ICalGLib.ComponentKind
SECONDS = 1  # to wait for a connection that a list on this machine never makes


def main() -> None:
    path, moment, *uids = sys.argv[1:]
    tasks = EDataServer.SourceRegistry.new_sync(None).ref_builtin_task_list()
    client = ECal.Client.connect_sync(tasks, ECal.ClientSourceType.TASKS, SECONDS, None)
    with open(path, encoding="utf-8", newline="") as file:
        calendar = ICalGLib.Component.new_from_string(file.read())
    todo = calendar.get_first_component(KINDS.VTODO_COMPONENT)
    while todo:
        client.create_object_sync(todo, ECal.OperationFlags.NONE, None)
        todo = calendar.get_next_component(KINDS.VTODO_COMPONENT)
    for uid in uids:
        _, todo = client.get_object_sync(uid, None, None)
        ECal.util_mark_task_complete_sync(todo, int(moment), client, None)
        client.modify_object_sync(todo, ECal.ObjModType.THIS, ECal.OperationFlags.NONE, None)
        _, todo = client.get_object_sync(uid, None, None)
        print("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//GNOME//", todo.as_ical_string().strip(), "END:VCALENDAR", sep="\n")


if __name__ == "__main__":
    main()
