package dev.baton.handoff.assignment;

import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.Accounts;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.signal.Signals;
import dev.baton.sql.RecordRows;
import dev.baton.sql.TransactionRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
  private final JdbcClient db;
  private final TransactionRows<Company> read = new TransactionRows<>(Company.class);

  AccountRelations(
      Leads leads, Accounts accounts, Signals signals, Handoffs handoffs, JdbcClient db) {
    this.leads = leads;
    this.accounts = accounts;
    this.signals = signals;
    this.handoffs = handoffs;
    this.db = db;
  }

  private record Neighbour(String handoffId, String owner, boolean won, boolean deal) {
    boolean isDeal() {
      return won || deal;
    }
  }

  private record Company(List<Neighbour> neighbours) {}

  /** By the names under which a decision table asks for them; null where there is nothing. */
  public Map<String, Object> of(String handoffId) {
    Handoff handoff = handoffs.find(handoffId).orElseThrow();
    Lead lead = leads.find(handoff.leadId()).orElseThrow();
    Optional<String> account = Optional.ofNullable(lead.accountId());
    List<Neighbour> neighbours = account.map(id -> neighbours(id, handoffId)).orElse(List.of());
    Map<String, Object> facts = new HashMap<>();
    facts.put("dealOwner", first(neighbours, true));
    facts.put("accountOwner", account.flatMap(accounts::owner).orElse(null));
    facts.put("colleagueOwner", first(neighbours, false));
    Map<String, String> named = signals.latest(lead.id(), LANGUAGE, PRODUCT);
    facts.put(LANGUAGE, word(named, LANGUAGE));
    facts.put(PRODUCT, word(named, PRODUCT));
    return facts;
  }

  private static @Nullable String first(List<Neighbour> neighbours, boolean deal) {
    return neighbours.stream()
        .filter(neighbour -> neighbour.isDeal() == deal)
        .map(Neighbour::owner)
        .findFirst()
        .orElse(null);
  }

  /**
   * The company's other handoffs that somebody accepted and works on, or has won: a review that is
   * still open is no relation yet. Running ones come first, of several the latest. Many of one
   * company that are routed together read them once.
   */
  private List<Neighbour> neighbours(String accountId, String handoffId) {
    Company company = read.kept(accountId).orElseGet(() -> company(accountId));
    return company.neighbours().stream()
        .filter(neighbour -> !neighbour.handoffId().equals(handoffId))
        .toList();
  }

  private Company company(String accountId) {
    Company company = new Company(handoffs(accountId));
    read.keep(accountId, company);
    return company;
  }

  private List<Neighbour> handoffs(String accountId) {
    return db.sql(
            """
            select h.id as handoff_id, h.owner, h.state = 'CLOSED' as won, o.handoff_id is not null as deal
            from handoff h join lead l on l.id = h.lead_id
              left join opportunity o on o.handoff_id = h.id
            where l.account_id = :account and h.owner is not null
              and (h.state not in ('REVIEW', 'CLOSED') or h.result = 'won')
            order by case when h.state = 'CLOSED' then 1 else 0 end, h.mql_at desc
            """)
        .param("account", accountId)
        .query(RecordRows.of(Neighbour.class))
        .list();
  }

  /** The last one that a signal of the lead named. */
  private static @Nullable String word(Map<String, String> named, String property) {
    return Optional.ofNullable(named.get(property))
        .filter(word -> word.length() <= LONGEST_WORD)
        .orElse(null);
  }
}
