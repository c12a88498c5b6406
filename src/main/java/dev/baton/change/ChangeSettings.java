package dev.baton.change;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of changes, {@code baton.changes.*}.
 *
 * @param signOff whether marketing and sales sign before a change counts; then nobody deploys
 *     beside it
 */
@ConfigurationProperties("baton.changes")
public record ChangeSettings(@DefaultValue("required") SignOff signOff) {
  /** Whether a change needs signatures. */
  public enum SignOff {
    REQUIRED,
    OPTIONAL
  }

  public boolean needsSignatures() {
    return signOff == SignOff.REQUIRED;
  }
}
