package dev.baton.lead.account;

import dev.baton.lead.CompanyName;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts that something may belong to; reads only. */
@Component
class AccountCandidates {
  private final JdbcClient db;

  AccountCandidates(JdbcClient db) {
    this.db = db;
  }

  /** An account as others are compared with it. */
  record Candidate(
      String id,
      String domain,
      @Nullable String name,
      @Nullable String nameStart,
      @Nullable String registrable,
      @Nullable String parentId) {

    CompanyName called() {
      return CompanyName.of(Objects.requireNonNullElse(name, ""));
    }

    String start() {
      return Objects.requireNonNullElse(nameStart, "");
    }
  }

  private static final String SELECT =
      "select id, domain, name, name_start, registrable, parent_id from account ";

  /** Those whose names begin so, by their beginning. */
  Map<String, List<Candidate>> startingWith(Set<String> starts) {
    Set<String> real =
        starts.stream().filter(start -> !start.isEmpty()).collect(Collectors.toSet());
    return Sql.byIds(
            real,
            some ->
                db.sql(SELECT + "where name_start in (:some)")
                    .param("some", some)
                    .query(RecordRows.of(Candidate.class))
                    .list())
        .stream()
        .collect(Collectors.groupingBy(Candidate::start));
  }

  /** By what a company registers, those of exactly this name and of names below it. */
  Map<String, List<Candidate>> registeredAs(Set<String> domains) {
    return Sql.byIds(
            domains,
            some ->
                db.sql(SELECT + "where registrable in (:some)")
                    .param("some", some)
                    .query(RecordRows.of(Candidate.class))
                    .list())
        .stream()
        .collect(Collectors.groupingBy(one -> Objects.requireNonNull(one.registrable())));
  }

  Map<String, String> ofDomains(Set<String> domains) {
    return Sql.byIds(
            domains,
            some ->
                db.sql(SELECT + "where domain in (:some)")
                    .param("some", some)
                    .query(RecordRows.of(Candidate.class))
                    .list())
        .stream()
        .collect(Collectors.toMap(Candidate::domain, Candidate::id));
  }

  private record CountryOf(String accountId, String country) {}

  /** The countries of their people. */
  Map<String, Set<String>> countries(Collection<String> accountIds) {
    Map<String, Set<String>> countries = new HashMap<>();
    Sql.byIds(
            accountIds,
            some ->
                db.sql(
                        """
                        select distinct l.account_id, p.content as country
                        from lead l join profile_value p on p.lead_id = l.id
                        where l.account_id in (:some) and p.field = 'country'
                        """)
                    .param("some", some)
                    .query(RecordRows.of(CountryOf.class))
                    .list())
        .forEach(
            one ->
                countries
                    .computeIfAbsent(one.accountId(), none -> new HashSet<>())
                    .add(one.country()));
    return countries;
  }
}
