package dev.baton.insight;

import dev.baton.MigratedDatabase;
import javax.sql.DataSource;

/** The two databases that must agree; each is there once. */
enum Database {
  H2,
  POSTGRESQL;

  private DataSource source;

  synchronized DataSource source() {
    if (source == null) {
      source = this == H2 ? MigratedDatabase.h2() : MigratedDatabase.postgresql();
    }
    return source;
  }
}
