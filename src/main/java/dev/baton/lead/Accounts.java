package dev.baton.lead;

import dev.baton.input.DomainNames;
import dev.baton.input.MailAddress;
import dev.baton.sql.RowInsert;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The companies of the leads, by domain; one that is shared, as free mail is, never makes one (rule
 * R13).
 */
@Component
public class Accounts {
  private final JdbcClient db;
  private final Leads leads;
  private final Set<String> shared;

  Accounts(JdbcClient db, Leads leads, AccountSettings settings) {
    this.db = db;
    this.leads = leads;
    this.shared =
        Stream.of(
                DataLines.of("free-mail-domains.txt"),
                DataLines.of("shared-domains.txt"),
                settings.sharedDomains())
            .flatMap(List::stream)
            .map(Accounts::asCompared)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The account's name, else its domain. */
  public Optional<String> name(String accountId) {
    return Optional.ofNullable(names(List.of(accountId)).get(accountId));
  }

  /** The same of several, by id. */
  public Map<String, String> names(Collection<String> accountIds) {
    return Sql.byIds(
            accountIds,
            some ->
                db.sql("select id, coalesce(name, domain) as name from account where id in (:ids)")
                    .param("ids", some)
                    .query((row, n) -> Map.entry(row.getString("id"), row.getString("name")))
                    .list())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Who looks after an account: its own owner, else the one of what it is part of. */
  public Optional<String> owner(String accountId) {
    return db.sql(
            """
            select coalesce(a.owner, p.owner, g.owner, t.owner) as owner from account a
              left join account p on p.id = a.parent_id
              left join account g on g.id = p.parent_id
              left join account t on t.id = g.parent_id
            where a.id = :id and coalesce(a.owner, p.owner, g.owner, t.owner) is not null
            """)
        .param("id", accountId)
        .query(String.class)
        .optional();
  }

  /** Names who looks after an account, or nobody in particular. */
  public void setOwner(String accountId, Optional<String> owner) {
    db.sql("update account set owner = :owner where id = :id")
        .param("owner", owner.orElse(null))
        .param("id", accountId)
        .update();
  }

  /** The domain of a lead's company: the one that was told, else the e-mail's; no shared one. */
  public Optional<String> companyDomain(@Nullable String domain, @Nullable String email) {
    return company(domain).or(() -> company(email == null ? null : MailAddress.domain(email)));
  }

  private Optional<String> company(@Nullable String domain) {
    return Optional.ofNullable(domain).map(Accounts::asCompared).filter(d -> !isShared(d));
  }

  private boolean isShared(String domain) {
    int dot = domain.indexOf('.');
    return shared.contains(domain) || (dot >= 0 && isShared(domain.substring(dot + 1)));
  }

  /** One that was told before names were looked at may be none; it stays what it was. */
  private static String asCompared(String domain) {
    try {
      return DomainNames.ascii(domain.trim());
    } catch (IllegalArgumentException e) {
      return domain.trim().toLowerCase(Locale.ROOT);
    }
  }

  /** Who may belong to which company, as a signal told it. */
  public record Member(Lead lead, @Nullable String domain, @Nullable String company) {}

  /**
   * Puts leads that have no account yet into the one of their company's domain, in the order of the
   * domains, so that two batches can't wait for each other. Whose domain tells nothing is compared
   * by name later.
   */
  public void join(List<Member> members, Instant at) {
    Map<String, List<Member>> byDomain = new TreeMap<>();
    RowInsert due = new RowInsert("account_match_due", "lead_id");
    Set<String> waiting = new HashSet<>();
    for (Member member : members) {
      if (member.lead().accountId() == null) {
        companyDomain(member.domain(), member.lead().email())
            .ifPresentOrElse(
                d -> byDomain.computeIfAbsent(d, none -> new ArrayList<>()).add(member),
                () -> {
                  if (member.company() != null && waiting.add(member.lead().id())) {
                    due.row(member.lead().id());
                  }
                });
      }
    }
    Map<String, String> ids = idsOf(byDomain, at);
    Map<String, String> joined = new LinkedHashMap<>();
    byDomain.forEach(
        (domain, all) ->
            all.forEach(
                member ->
                    joined.putIfAbsent(
                        member.lead().id(), Objects.requireNonNull(ids.get(domain)))));
    leads.joinAccounts(joined);
    due.run(db);
  }

  private Map<String, String> idsOf(Map<String, List<Member>> byDomain, Instant at) {
    Map<String, String> ids = known(byDomain.keySet());
    RowInsert accounts =
        new RowInsert(
            "account",
            "id",
            "domain",
            "name",
            "created_at",
            "name_key",
            "name_start",
            "registrable");
    Map<String, String> added = new HashMap<>();
    byDomain.forEach(
        (domain, all) -> {
          if (!ids.containsKey(domain)) {
            String id = Sql.newId();
            added.put(domain, id);
            String written = all.get(0).company();
            CompanyName name = CompanyName.of(Objects.requireNonNullElse(written, ""));
            accounts.row(
                id,
                domain,
                written,
                Sql.timestamp(at),
                name.key(),
                name.start(),
                registrable(domain));
          }
        });
    if (accounts.run(db) == accounts.rows()) {
      ids.putAll(added);
      return ids;
    }
    Map<String, String> others = known(byDomain.keySet());
    if (!others.keySet().containsAll(byDomain.keySet())) {
      // H2 tells of a row that it doesn't show yet
      throw new ConcurrencyFailureException("An account is being made by another request");
    }
    return others;
  }

  /** By domain: the account of that name, else the one of the name that a company registers. */
  private Map<String, String> known(Set<String> domains) {
    Map<String, String> ids = new HashMap<>();
    if (domains.isEmpty()) {
      return ids;
    }
    Map<String, String> found = new HashMap<>();
    db.sql("select domain, id from account where domain in (:domains)")
        .param(
            "domains",
            Stream.concat(domains.stream(), domains.stream().map(Accounts::registrable))
                .collect(Collectors.toSet()))
        .query(
            rs -> {
              found.put(rs.getString("domain"), rs.getString("id"));
            });
    for (String domain : domains) {
      Optional.ofNullable(found.get(domain))
          .or(() -> Optional.ofNullable(found.get(registrable(domain))))
          .ifPresent(id -> ids.put(domain, id));
    }
    return ids;
  }

  /** The domain that a company would register, else the domain itself. */
  static String registrable(String domain) {
    return DomainNames.registrable(domain).orElse(domain);
  }
}
