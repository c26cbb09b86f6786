// Sales as they come in: rows made by the console, put on top of the table; then the sums anew.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
    const rows = document.querySelector("[data-live]");
    if (!rows) {
        return;
    }
    const line = document.getElementById("line");
    const sums = document.getElementById("sums");
    const most = 50;
    let last = "";
    let asked = false;

    function say(state) {
        line.textContent = line.dataset[state];
        line.className = "line " + state;
    }

    // Many sales in one second are one look at the sums.
    function refresh() {
        if (asked) {
            return;
        }
        asked = true;
        setTimeout(() => {
            asked = false;
            htmx.trigger(sums, "refresh");
        }, 500);
    }

    function listen() {
        const after = last ? "&after=" + encodeURIComponent(last) : "";
        const source = new EventSource(rows.dataset.live + after);
        source.addEventListener("open", () => {
            say("open");
            refresh();
        });
        source.addEventListener("sale", (event) => {
            last = event.lastEventId || last;
            const none = rows.querySelector(".none");
            if (none) {
                none.remove();
            }
            rows.insertAdjacentHTML("afterbegin", event.data);
            while (rows.children.length > most) {
                rows.lastElementChild.remove();
            }
            refresh();
        });
        source.addEventListener("error", () => {
            say("broken");
            if (source.readyState === EventSource.CLOSED) {
                // Refused, perhaps because the session is over: the sums then lead to sign-in.
                refresh();
                setTimeout(listen, 5000);
            }
        });
    }

    listen();
});
