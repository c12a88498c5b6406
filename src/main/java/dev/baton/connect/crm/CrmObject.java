package dev.baton.connect.crm;

import java.util.Locale;

/** Kind of record that a CRM and we both have. */
public enum CrmObject {
  CONTACT,
  COMPANY,
  DEAL,
  NOTE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
