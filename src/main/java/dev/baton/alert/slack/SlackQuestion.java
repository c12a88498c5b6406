package dev.baton.alert.slack;

/** Question of a handoff that a message in Slack asks. */
record SlackQuestion(String handoffId, String question) {}
