/* SPDX-License-Identifier: MIT */
/* What client and therapist have to tell each other. */
#include "homework/message.h"

#include "model/noun.h"

HW__NOUN_LIFE(message)
HW__NOUN_STORE(message, HW__MESSAGES)
HW__NOUN_WORD(message, topic, hw_topic, hw__words_message_topic, HW_MESSAGE_QUESTION)
HW__NOUN_WORD(message, state, hw_message_stage, hw__words_message_state, HW_MESSAGE_OPEN)
HW__NOUN_WORD(message, visibility, hw_visibility, hw__words_visibility, HW_VISIBILITY_SHARED)
HW__NOUN_STRING(message, assignment, id)
HW__NOUN_STRING(message, goal, id)
HW__NOUN_STRING(message, session, id)
HW__NOUN_PROSE(message, text)
HW__NOUN_PROSE(message, answer)

hw_message *hw_message_new(const char *id, hw_topic topic, const char *text, hw_error *err)
{
    if (!text) {
        hw__null_argument(err, "text");
        return NULL;
    }
    hw_message *message = (hw_message *)hw__record_new_id(hw__shapes[HW__MESSAGES], id, err);
    if (!message) {
        return NULL;
    }
    hw_message_set_topic(message, topic);
    hw_message_set_text(message, NULL, text);
    return (hw_message *)hw__record_made(&message->head, err);
}
