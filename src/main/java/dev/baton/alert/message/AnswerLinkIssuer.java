package dev.baton.alert.message;

import java.util.Optional;

/** Makes links by which one person answers one question without a login (rule R15). */
public interface AnswerLinkIssuer {

  /**
   * A fresh link, whole and secret, to be sent to this person and never kept; empty when they are
   * not asked, or not any more.
   *
   * @param deadline the round of the question
   */
  Optional<String> link(long deadline, String person);
}
