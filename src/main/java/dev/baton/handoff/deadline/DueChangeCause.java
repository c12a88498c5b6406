package dev.baton.handoff.deadline;

import java.util.Locale;

/** What may move a due instant; nothing else does. */
public enum DueChangeCause {
  HAND_RAISE,
  PAUSE,
  RESUME,
  POLICY;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
