package dev.baton.know.attribution;

import java.math.BigDecimal;
import java.time.YearMonth;

/** What a campaign cost in a month; 0 takes back what was said before. */
public record CampaignCost(String campaign, YearMonth month, BigDecimal amount, String currency) {}
