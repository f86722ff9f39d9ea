/* SPDX-License-Identifier: MIT */
/* A meeting of client and therapist. */
#include "homework/session.h"

#include "model/noun.h"

HW__NOUN_LIFE(session)
HW__NOUN_STORE(session, HW__SESSIONS)
HW__NOUN_STRING(session, zone, zone)
HW__NOUN_INT(session, minutes, 1, 1440, 0)
HW__NOUN_WORD(session, state, hw_session_outcome, hw__words_session_state, HW_SESSION_PLANNED)
HW__NOUN_WORD(session, mode, hw_meeting, hw__words_session_mode, HW_MODE_IN_PERSON)

hw_session *hw_session_new(const char *id, hw_local start, hw_error *err)
{
    hw_session *session = (hw_session *)hw__record_new_id(hw__shapes[HW__SESSIONS], id, err);
    if (!session) {
        return NULL;
    }
    if (!hw_local_is_valid(start)) {
        hw__draft_fail(&session->head, HW_ERR_RANGE, "start", "is not a time of the years 1 to 9999");
    }
    hw_session_set_start(session, start);
    return (hw_session *)hw__record_made(&session->head, err);
}

hw_local hw_session_start(const hw_session *session)
{
    return session ? session->start : (hw_local){{0, 0, 0}, 0};
}

hw_status hw_session_set_start(hw_session *session, hw_local start)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)session, &status)) {
        return status;
    }
    if (start.seconds == HW_ALL_DAY) {
        return hw__draft_fail(&session->head, HW_ERR_RANGE, "start", "needs a time of day");
    }
    return hw__draft_local(&session->head, &session->start, start, "start");
}
