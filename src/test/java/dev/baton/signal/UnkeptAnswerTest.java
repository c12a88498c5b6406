package dev.baton.signal;

import dev.baton.OnH2;

/** What the database cannot keep on H2. */
@OnH2
class UnkeptAnswerTest extends UnkeptAnswerJourney {
  @Override
  String existing() {
    return " nocheck";
  }
}
