package dev.baton.lead;

import java.util.List;
import org.springframework.stereotype.Component;

/** The leads and what is known of them. */
@Component
public class Leads {
  public List<ProfileValue> profileLog(String leadId) {
    throw new UnsupportedOperationException("replaced at merge");
  }
}
