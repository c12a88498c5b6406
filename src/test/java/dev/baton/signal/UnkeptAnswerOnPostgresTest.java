package dev.baton.signal;

import dev.baton.OnPostgres;
import org.junit.jupiter.api.Tag;

/** What the database cannot keep on PostgreSQL. */
@Tag("nightly")
@OnPostgres
class UnkeptAnswerOnPostgresTest extends UnkeptAnswerJourney {
  @Override
  String existing() {
    return " not valid";
  }
}
