package org.nuancan.console.review;

import java.util.List;
import org.nuancan.console.api.Statement;
import org.nuancan.console.page.Frame;

/// One statement with what its reviewer needs beside it.
///
/// @param provider its name, or its id
/// @param lines the first of its lines
/// @param anomalies what the checks found, the open ones first
/// @param history its steps, the last one first
public record StatementPage(
        Statement statement,
        String provider,
        Lines lines,
        List<Anomaly> anomalies,
        List<Dispute> disputes,
        List<Step> history) {

    /// The step forward that the reader's role takes from this state; empty if there is none.
    public String forward(Frame frame) {
        return switch (statement.state()) {
            case "CHECKED" -> frame.is("PROVIDER_MANAGER") ? "confirm" : "";
            case "CONFIRMED" -> frame.is("STREET_OFFICER") ? "review" : "";
            case "REVIEWED" -> frame.is("DISTRICT_OFFICER") ? "approve" : "";
            default -> "";
        };
    }

    /// Whether the reader's role may give the statement back from this state.
    public boolean givesBack(Frame frame) {
        return switch (statement.state()) {
            case "CONFIRMED" -> frame.is("STREET_OFFICER");
            case "REVIEWED" -> frame.is("DISTRICT_OFFICER");
            case "APPROVED" -> frame.is("DISTRICT_FINANCE");
            default -> false;
        };
    }

    /// Whether the reader's role decides about single lines and anomalies.
    public static boolean decides(Frame frame) {
        return frame.is("STREET_OFFICER", "DISTRICT_OFFICER");
    }
}
