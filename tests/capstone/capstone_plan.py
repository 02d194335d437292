"""A plan for the course's plan brief with every kind of time in it."""

PLAN = """Mon 9 March: Dana: send the county data link I promised; if no answer, ring her on 23 March
Wed 11 March: Fatima: thank her, and ask for a time to hear about crop insurance
16 to 18 March: Elena: coffee; tell her how Greg Hall's course was
In April: Will: visit the farm
Every two weeks: Will: send the rain figures
On the first Tuesday of every month: look at this plan
Jim: lunch"""
