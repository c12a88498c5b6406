package dev.baton.stage;

import dev.baton.lead.Accounts;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Companies whose people never become an MQL (rule R5). */
@Component
public class Competitors {
  private final Accounts accounts;
  private final Set<String> domains;

  Competitors(Accounts accounts, MqlSettings settings) {
    this.accounts = accounts;
    this.domains =
        settings.competitorDomains().stream()
            .flatMap(domain -> accounts.companyDomain(domain, null).stream())
            .collect(Collectors.toSet());
  }

  public boolean areKnown() {
    return !domains.isEmpty();
  }

  /** By the domain that was told and by the e-mail's: one of them is enough. */
  public boolean employ(@Nullable String told, @Nullable String email) {
    return Stream.of(accounts.companyDomain(told, null), accounts.companyDomain(null, email))
        .flatMap(Optional::stream)
        .anyMatch(domains::contains);
  }
}
