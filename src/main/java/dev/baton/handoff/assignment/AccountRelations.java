package dev.baton.handoff.assignment;

import dev.baton.handoff.record.CompanyHandoff;
import dev.baton.handoff.record.CompanyHandoffs;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.Accounts;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.signal.Signals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who looks after a lead's company already, and what the lead speaks and asks about: what the table
 * {@code lead-routing} asks beside the handoff's own record. The company is the account; who looks
 * after what it is part of looks after it, too.
 */
@Component
public class AccountRelations {
  /** A word longer than a skill's is none. */
  private static final int LONGEST_WORD = 64;

  private static final String LANGUAGE = "language";
  private static final String PRODUCT = "product";

  private final Leads leads;
  private final Accounts accounts;
  private final Signals signals;
  private final Handoffs handoffs;
  private final CompanyHandoffs companies;

  AccountRelations(
      Leads leads,
      Accounts accounts,
      Signals signals,
      Handoffs handoffs,
      CompanyHandoffs companies) {
    this.leads = leads;
    this.accounts = accounts;
    this.signals = signals;
    this.handoffs = handoffs;
    this.companies = companies;
  }

  /** By the names under which a decision table asks for them; null where there is nothing. */
  public Map<String, Object> of(String handoffId) {
    Handoff handoff = handoffs.find(handoffId).orElseThrow();
    Lead lead = leads.find(handoff.leadId()).orElseThrow();
    Optional<String> account = Optional.ofNullable(lead.accountId());
    List<CompanyHandoff> neighbours =
        account.map(id -> neighbours(id, handoffId)).orElse(List.of());
    Map<String, Object> facts = new HashMap<>();
    facts.put("dealOwner", first(neighbours, true));
    facts.put("accountOwner", account.flatMap(accounts::owner).orElse(null));
    facts.put("colleagueOwner", first(neighbours, false));
    Map<String, String> named = signals.latest(lead.id(), LANGUAGE, PRODUCT);
    facts.put(LANGUAGE, word(named, LANGUAGE));
    facts.put(PRODUCT, word(named, PRODUCT));
    return facts;
  }

  private static @Nullable String first(List<CompanyHandoff> neighbours, boolean deal) {
    return neighbours.stream()
        .filter(neighbour -> (neighbour.deal() || !neighbour.isOpen()) == deal)
        .map(CompanyHandoff::owner)
        .findFirst()
        .orElse(null);
  }

  /** The company's other handoffs that somebody accepted and works on, or has won. */
  private List<CompanyHandoff> neighbours(String accountId, String handoffId) {
    return companies.of(accountId).stream()
        .filter(each -> each.isRelation() && !each.handoffId().equals(handoffId))
        .toList();
  }

  /** The last one that a signal of the lead named. */
  private static @Nullable String word(Map<String, String> named, String property) {
    return Optional.ofNullable(named.get(property))
        .filter(word -> word.length() <= LONGEST_WORD)
        .orElse(null);
  }
}
