"""Perhaps you find these sites loud and full of people praising themselves. Perhaps you do not want
your life on show. Both are good reasons to be careful, and you need not post a single photo. But
some people you would like to know can be met only there, and those who have heard of you look there
first and find nobody.

Begin quietly. Write who you are and what you do, in three plain lines. Read what people in your
trade share. Leave one honest comment, pass on somebody's good work with their name, ask one
question. Then carry on by message, phone or coffee.
"""

from __future__ import annotations

from rapport.mistakes import Mistake

MISTAKE = Mistake(
    title="Staying away from professional sites",
    unit="channels",
    sources=(("ten-wrong-ways", 3),),
    advice=(
        "A contact made online can become a real relation, and it can reach people you would never meet. "
        "Start by commenting, passing on someone's work, or asking a question."
    ),
    verdict="supported",
    bottom_line=(
        "In experiments, sites for work helped people to find jobs. They may be the easier door for those who "
        "find a room full of strangers hard. But the door is not equally open to all groups."
    ),
    evidence=("wheeler2022", "utz2016", "rajkumar2022", "baumann2021", "evsyukova2025"),
    tensions=("tools", "strangers"),
)
