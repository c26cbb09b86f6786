// Every page: the end of an unused session, keys, selecting all boxes of a list.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
    const idle = document.getElementById("idle");
    const keys = document.getElementById("keys");
    const warnAt = 120;

    // The server knows how long the session lasts; another window may have prolonged it.
    async function look() {
        const answer = await fetch("/account/idle", { headers: { "HX-Request": "true" } });
        const left = answer.status === 200 ? Number(await answer.text()) : 0;
        if (left <= 0) {
            location.reload();
        } else {
            idle.hidden = left > warnAt;
            setTimeout(look, 1000 * (left > warnAt ? left - warnAt : Math.min(left + 1, 10)));
        }
    }

    if (idle) {
        look().catch(() => setTimeout(look, 60000));
        document.getElementById("stay").addEventListener("click", async () => {
            await fetch("/account/stay", { headers: { "HX-Request": "true" } });
            idle.hidden = true;
        });
    }

    let before = "";
    document.addEventListener("keydown", (event) => {
        if (!keys || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) {
            return;
        }
        if (event.key === "?") {
            keys.showModal();
        } else if (event.key === "/") {
            const search = document.querySelector("main [data-search], main form[method=get] input, main form[method=get] select");
            if (search) {
                event.preventDefault();
                search.focus();
            }
        } else if (before === "g" && event.key === "h") {
            location.assign("/");
        }
        before = event.key;
    });

    document.querySelectorAll("[data-all]").forEach((box) => {
        box.addEventListener("change", () => {
            document.querySelectorAll("input[name=" + box.dataset.all + "]").forEach((one) => {
                one.checked = box.checked;
            });
        });
    });
});
