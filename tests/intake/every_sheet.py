"""The sheets that the desk's small register does not have, each with its rows."""

from collections.abc import Mapping

EVERY_SHEET: Mapping[str, str] = {
    "meetings": """id,kind,title,start,status,known
M1,council,Rådsmøte 2/2023,2023-03-15T10:00,scheduled,2023
M0,council,Rådsmøte 1/2023,2023-01-20,held,2022-12
""",
    "themes": """key,title,area,stage,goal,responsible,set_aside
T1,Kunnskapsløft,HELSE,idea,Mer forskning,SEK1,
T2,Helsedata,,,,,yes
""",
    "decisions": """theme,point,outcome,on,meeting,case,note
T1,BP2,wait,2023-02,,,Mer å utrede
T1,BP1,onward,2023-01-20,M0,sak 5/1/2023,
""",
    "forms": "theme,field,text\nT1,problem,For lite forskning\nT1,arguments,Det lønner seg\n",
    "measures": """key,theme,title,owner,status,follow_up,done_on,why
X1,T1,Kartlegge,HOD,done,,2023-01-31,
X2,T1,Utrede,KD,under_way,2023-05,,
X3,T1,Fond,,dropped,,,For dyrt
""",
    "stakeholders": """theme,organisation,role,responsibility,stance,as_of,influence,known_by,\
evidence,source
T1,HOD,owner,Likeverdige tjenester,partly,2023-01-20,high,M01,letter:L1,svar på L1
T1,HOD,,,opposed,2020-09,,,,003
T1,KD,interested,,,,,,,
""",
    "theme_things": "theme,thing,belongs\nT1,letter:L1,no\nT2,letter:L1,\n",
    "contacts": """key,organisation,function,purpose,name,email,themes
K1,HOD,Ekspedisjonssjef,Dialog,Kari Nordmann,kari@hod.example,T1;T2
""",
    "notes": "key,organisation,theme,on,by,text\nN1,HOD,T1,2023-01-11,SEK1,Ringte om saken\n",
    "promises": """key,organisation,theme,given,what,by_when,status,kept_on,said_in
P1,HOD,T1,2023-01-20,Svar,2023-03,open,,letter:L1
P2,KD,T1,2023-01-20,Møte,,kept,2023-01-25,meeting:M0
""",
    "target_groups": "key,name,retired\nG1,Stortinget,\nG2,Alle,yes\n",
    "activities": """key,title,channel,target_groups,wanted_effect,theme,when,status,\
done_on,outcome,why_not,about,op_ed
A1,Kronikk,op_ed,G1;G2,Vite mer,T1,2023-04,planned,,,,letter:L1,O1
A2,Innlegg,post,G1,Vite mer,,2023-01,done,2023-01-12,Mye lest,,,
A3,Podkast,,,,,,dropped,,,Ingen tid,,
A4,Intervju,,,,T1,,,,,,meeting:M0,
""",
    "outlets": "organisation,longest,lead_days,submit_to\nDM,5000,7,debatt@dm.example\n",
    "coverage": """key,title,on,sort,outlet,url,op_ed,theme,letter,speaker
MO1,Leser svarer,2023-01-30,reader_comment,DM,https://dm.example/1,O1,T1,L1,LEDER
""",
    "speakers": "person,theme,area\nLEDER,,\nM01,T1,\nM01,,HELSE\n",
    "points": """key,letter,text,uptake,place,seen
PK1,L1,En nasjonal plan,partly,Meld. St. 5 side 12,2023-01-30
PK2,L1,Et fond,,,
""",
    "judgements": "point,seen,uptake,place\nPK1,2023-01-20,taken,Statsbudsjettet\n",
    "sign_offs": "letter,recipient,code,on,by,note\nL1,HOD,TE,2023-01-31,SEK1,Avklart på telefon\n",
    "answer_dates": "letter,recipient,due,why\nL1,HOD,2023-02-20,Avtalt\n",
    "attendance": "meeting,who,present\nM0,M01,\nM0,HOD,no\n",
    "circulations": """thing,number,edition,on,text
op_ed:O1,1,1,2023-02-01,Første utkast
op_ed:O1,2,2,2023-02-01,Annet utkast
consultation:C1,1,3,,
""",
    "submissions": """op_ed,number,outlet,sent,outcome,answered
O1,1,DM,2023-01-16,rejected,2023-01-20
O1,2,DM,2023-01-23,withdrawn,2023-01-30
""",
    "public_list": """thing,address,uid
letter:L2,https://ho21.example/l2,9b2bb1b6-6ce4-5c83-a8de-3d3a3a1c6d39
""",
}
