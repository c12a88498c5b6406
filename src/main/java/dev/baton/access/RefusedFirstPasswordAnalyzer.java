package dev.baton.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Failure analyzer that says which password the first start takes. */
class RefusedFirstPasswordAnalyzer extends AbstractFailureAnalyzer<RefusedFirstPassword> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, RefusedFirstPassword refused) {
    return new FailureAnalysis(
        "BATON_ADMIN_PASSWORD is too weak: the first administrator was not made.",
        "Set BATON_ADMIN_PASSWORD to %s. Without it the first start makes a password and prints it into its log, once."
            .formatted(refused.asked()),
        failure);
  }
}
