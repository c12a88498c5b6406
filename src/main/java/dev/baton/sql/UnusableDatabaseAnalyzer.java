package dev.baton.sql;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Failure analyzer that says in three lines what is wrong, where, and what to do. */
class UnusableDatabaseAnalyzer extends AbstractFailureAnalyzer<UnusableDatabase> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, UnusableDatabase unusable) {
    return new FailureAnalysis(
        "%s%n%s".formatted(unusable.getMessage(), unusable.place()), unusable.remedy(), failure);
  }
}
