package dev.baton.alert.message;

import java.util.List;

/** Knows what a mail shows in itself beside its briefing: figures as pictures and as tables. */
public interface MailFigures {

  /** What belongs to a reference, in its order; nothing when it isn't known. */
  List<MailEnclosure> of(String reference);
}
