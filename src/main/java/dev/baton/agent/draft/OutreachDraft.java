package dev.baton.agent.draft;

import java.util.List;

/** Draft of a first message, and the signals that it rests on. */
public record OutreachDraft(String text, List<String> reasons) {}
