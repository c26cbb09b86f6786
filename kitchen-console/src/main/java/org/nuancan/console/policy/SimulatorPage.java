package org.nuancan.console.policy;

import java.time.LocalDate;
import java.util.List;

/// The form of the simulator.
///
/// @param today the day that is proposed
/// @param division the street that is proposed
/// @param drafts the drafts that can be tried together with the policies in force
public record SimulatorPage(LocalDate today, String division, List<Policy> drafts) {}
