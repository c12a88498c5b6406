package dev.baton.lead;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of companies.
 *
 * @param sharedDomains of agencies and others that write for many companies: they make no account
 * @param attachFrom at this confidence a lead is put into an account, in per cent
 * @param askFrom at this one a person is asked; below it nothing happens
 */
@ConfigurationProperties("baton.accounts")
public record AccountSettings(
    @DefaultValue List<String> sharedDomains,
    @DefaultValue("90") int attachFrom,
    @DefaultValue("50") int askFrom) {

  public AccountSettings {
    if (askFrom < 1 || attachFrom < askFrom || attachFrom > 100) {
      throw new IllegalArgumentException(
          "baton.accounts: ask-from lies from 1 up to attach-from, and that up to 100");
    }
  }
}
