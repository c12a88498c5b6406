package dev.baton.know.attribution;

import dev.baton.insight.rollup.InstantRange;
import dev.baton.lead.Spellings;
import dev.baton.sql.RecordRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The costs of campaigns by month, as they were imported last. */
@Component
public class CampaignCosts {
  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 1);

  private final JdbcClient db;
  private final Spellings spellings;
  private final ZoneId zone;

  CampaignCosts(JdbcClient db, Spellings spellings, ZoneId zone) {
    this.db = db;
    this.spellings = spellings;
    this.zone = zone;
  }

  private record Row(String campaign, LocalDate firstDay, BigDecimal amount, String currency) {
    CampaignCost cost() {
      return new CampaignCost(campaign, YearMonth.from(firstDay), amount, currency);
    }
  }

  /** Each takes the place of what was said of its campaign, month and currency before. */
  @Transactional
  public void put(List<CampaignCost> costs) {
    for (CampaignCost cost : costs) {
      // compared without case and blanks, as the campaigns of signals are
      String campaign = Objects.requireNonNull(spellings.campaign(cost.campaign()));
      db.sql(
              """
              delete from campaign_cost
              where campaign = :campaign and first_day = :day and currency = :currency
              """)
          .param("campaign", campaign)
          .param("day", cost.month().atDay(1))
          .param("currency", cost.currency())
          .update();
      if (cost.amount().signum() > 0) {
        db.sql(
                """
                insert into campaign_cost (campaign, first_day, currency, amount)
                values (:campaign, :day, :currency, :amount)
                """)
            .param("campaign", campaign)
            .param("day", cost.month().atDay(1))
            .param("currency", cost.currency())
            .param("amount", cost.amount())
            .update();
      }
    }
  }

  /** The newest month first. */
  public List<CampaignCost> all() {
    return between(FIRST, LAST);
  }

  /** Of the months that a range touches, each as a whole. */
  List<CampaignCost> in(InstantRange range) {
    if (range.holdsNothing()) {
      return List.of();
    }
    return between(
        first(range.from()).isBefore(FIRST) ? FIRST : first(range.from()),
        first(range.to().minusMillis(1)));
  }

  private LocalDate first(Instant instant) {
    return LocalDate.ofInstant(instant, zone).withDayOfMonth(1);
  }

  private List<CampaignCost> between(LocalDate from, LocalDate to) {
    return db
        .sql(
            """
            select campaign, first_day, amount, currency from campaign_cost
            where first_day between :from and :to
            order by first_day desc, campaign, currency
            """)
        .param("from", from)
        .param("to", to)
        .query(RecordRows.of(Row.class))
        .list()
        .stream()
        .map(Row::cost)
        .toList();
  }
}
