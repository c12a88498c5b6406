package dev.baton.agent.draft;

import java.util.List;

/**
 * Draft of a first message, and the signals that it rests on.
 *
 * @param subject of a mail with this text; empty where the table names none
 */
public record OutreachDraft(String subject, String text, List<String> reasons) {}
