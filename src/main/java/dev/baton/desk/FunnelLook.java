package dev.baton.desk;

import dev.baton.insight.Basis;
import dev.baton.insight.Dimension;
import dev.baton.insight.DrillDown;
import dev.baton.insight.DrillDown.Which;

/** What somebody looks at in the funnel, and the addresses of what lies beside and behind it. */
record FunnelLook(Dimension by, Basis basis, TimeSpan span) {

  static FunnelLook of(PageQuestion asked, TimeSpan span) {
    return new FunnelLook(
        PageQuestion.word(asked.by(), Dimension.SOURCE),
        PageQuestion.word(asked.basis(), Basis.COHORT),
        span);
  }

  /** The same look on another page of the funnel. */
  public String page(String path) {
    return common(Address.of(path)).with(span).written();
  }

  /** The leads behind one figure, of one key or of all. */
  public String leads(String stage, String key) {
    return leads(Address.of("/funnel/leads"), stage, key).with(span).written();
  }

  /** The noes behind one row. */
  public String noes(String key, String question, String reason) {
    return noes(Address.of("/funnel/noes/leads"), key, question, reason).with(span).written();
  }

  Which which(PageQuestion asked) {
    return new Which(
        span.range(), PageQuestion.orNull(asked.key()), asked.number(), DrillDown.PAGE);
  }

  public String file(String name) {
    return common(Address.of("/api/insight/" + name)).dates(span).written();
  }

  String leadsFile(String stage, String key) {
    return leads(Address.of("/api/insight/funnel/leads.csv"), stage, key).dates(span).written();
  }

  String noesFile(String key, String question, String reason) {
    return noes(Address.of("/api/insight/rejections/leads.csv"), key, question, reason)
        .dates(span)
        .written();
  }

  private Address leads(Address address, String stage, String key) {
    return common(address).with("stage", stage).with("key", key);
  }

  private Address noes(Address address, String key, String question, String reason) {
    return common(address).with("key", key).with("stage", question).with("reason", reason);
  }

  private Address common(Address address) {
    return address.with("by", PageQuestion.of(by)).with("basis", PageQuestion.of(basis));
  }
}
